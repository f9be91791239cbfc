from renewal.own_registration
union all
from renewal.registration_both semi join renewal.member using (person_id)
