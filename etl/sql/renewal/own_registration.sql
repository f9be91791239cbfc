from renewal.registration_both semi join renewal.person using (person_id)
