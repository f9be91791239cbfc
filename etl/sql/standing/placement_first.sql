select
  year,
  person_id,
  greatest(contract_started_on, make_date(year, 1, 1)) as covered_from,
  unit,
  credit_code,
  region_code
from standing.placement
where not is_military
  and contract_started_on <= make_date(year, 12, 31)
  and coalesce(contract_ended_on, date '9999-12-31') >= make_date(year, 1, 1)
qualify row_number() over (
  partition by year, person_id
  order by contract_started_on, unit, credit_code, region_code
) = 1
