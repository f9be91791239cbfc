select person_id, family_id, part, place
from renewal.registration_both semi join renewal.person using (person_id)
