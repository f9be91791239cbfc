select part, place
from renewal.placement_both
where person_id in (from renewal.person)
  or (unit, year, credit_code) in (select (unit, year, credit_code) from renewal.employer)
