-- Whose results may differ: all of whom a changed row tells, or whose record a changed row takes the place
-- of. Staff without a certificate go by their trainee_id.
select person_id from renewal.registration_changed
union
select person_id from renewal.employment_changed
union
select person_id from renewal.service_changed
union
select coalesce(person_id, trainee_id) from renewal.training_changed
union
select person_id from renewal.placement_changed
union
select person_id from renewal.employment_near
semi join renewal.employment_changed using (unit, record_number)
union
select person_id from renewal.service_near
semi join renewal.service_changed using (unit, record_number)
union
select coalesce(person_id, trainee_id) from renewal.training_near
semi join renewal.training_changed using (unit, record_number)
union
-- A filing tells the employer's kind of whoever is placed there.
select person_id from renewal.placement_both
semi join renewal.levy_filing_changed using (unit, year, credit_code)
union
-- What a unit has reported of a year for the first time, or no longer, shows what others have sent that lies there.
select p.person_id
from renewal.placement_both p
join renewal.newly_reported n on n.extract = 'placement' and n.year = p.year
join standing.landing l
  on l.code = p.region_code and l.by_corps = (p.unit = '660000') and l.province_code = n.unit
