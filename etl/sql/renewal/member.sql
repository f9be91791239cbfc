-- The other members of these households: they are needed whole to judge the household.
select distinct person_id
from renewal.registration_both
semi join renewal.family using (family_id)
anti join renewal.person using (person_id)
