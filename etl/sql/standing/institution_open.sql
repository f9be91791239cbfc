-- The stretches of days on which at least one institution is open in a unit.
with opening as (
  select plan, indicator, unit_code, from_day, to_day from standing.institution_site
  union
  select plan, indicator, unit_code, from_day, to_day from standing.tier_site
),

ordered as (
  select
    *,
    max(to_day) over (
      partition by plan, indicator, unit_code order by from_day, to_day
      rows between unbounded preceding and 1 preceding
    ) as reached
  from opening
),

numbered as (
  select
    *,
    count(*) filter (reached is null or reached < from_day - 1) over (
      partition by plan, indicator, unit_code order by from_day, to_day rows unbounded preceding
    ) as stretch
  from ordered
)

select plan, indicator, unit_code, min(from_day) as from_day, max(to_day) as to_day
from numbered
group by plan, indicator, unit_code, stretch
