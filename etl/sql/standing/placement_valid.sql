-- Placements whose contract covers at least one day of their year, from the first such day on.
select
  *,
  greatest(contract_started_on, make_date(year, 1, 1)) as covered_from,
  make_date(year, 12, 31) as covered_to
from standing.placement
where contract_started_on <= make_date(year, 12, 31)
  and coalesce(contract_ended_on, date '9999-12-31') >= make_date(year, 1, 1)
