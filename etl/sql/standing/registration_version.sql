-- Every accepted row of a registration that still stands, also a replaced one. Of those updated on one
-- day the one submitted last judges; the very first judges all that came before it.
with version as (
  select
    person_id, unit, region_code, household, poverty_registered, updated_on, submitted_order, line
  from staging.registration
  anti join standing.registration_withdrawn using (unit, person_id, card)
  semi join standing.completion using (person_id)
  where not is_void
)

select person_id, unit, region_code, household, poverty_registered, updated_on as judges_from
from version
qualify row_number() over (
  partition by person_id, updated_on order by submitted_order desc, unit desc, line desc
) = 1

union all

select person_id, unit, region_code, household, poverty_registered, date '0001-01-01'
from version
qualify row_number() over (
  partition by person_id order by updated_on, submitted_order, unit, line
) = 1
