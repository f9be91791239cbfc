-- An employer's people of a year, day by day: heads, and weighted. Each person once; two from the day
-- of the first row whose grade says so.
with person as (
  select
    unit, year, credit_code, person_id,
    min(covered_from) as once_from,
    min(covered_from) filter (weight = 2) as twice_from
  from standing.placement_valid
  group by all
),

step as (
  select unit, year, credit_code, once_from as from_day, 1 as heads, 1 as weighted from person
  union all
  select unit, year, credit_code, twice_from, 0, 1 from person where twice_from is not null
),

by_day as (
  select unit, year, credit_code, from_day, sum(heads) as heads, sum(weighted) as weighted
  from step
  group by all
)

select
  unit,
  year,
  credit_code,
  from_day,
  coalesce(lead(from_day) over so_far - 1, make_date(year, 12, 31)) as to_day,
  cast(sum(heads) over so_far as integer) as heads,
  cast(sum(weighted) over so_far as integer) as weighted
from by_day
window so_far as (partition by unit, year, credit_code order by from_day)
