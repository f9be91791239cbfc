select part, place from renewal.own_registration
union all
select part, place from renewal.registration_both semi join renewal.member using (person_id)
