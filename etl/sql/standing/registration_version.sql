-- Every accepted row of a registration that still stands, also a replaced one; the first judges all
-- that came before it.
with version as (
  select person_id, unit, region_code, household, poverty_registered, updated_on
  from staging.registration
  semi join standing.registration using (unit, record_key)
  semi join standing.completion using (person_id)
  where not is_void
  qualify row_number() over (
    partition by person_id, updated_on order by submitted_order desc, unit desc, line desc
  ) = 1
)

select
  * exclude (updated_on),
  if(
    row_number() over (partition by person_id order by updated_on) = 1,
    date '0001-01-01',
    updated_on
  ) as judges_from
from version
