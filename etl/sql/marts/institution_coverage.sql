with turn as (
  select *, from_day as turns_on from standing.unit_due
  union
  select d.*, o.from_day
  from standing.unit_due d join standing.institution_open o using (plan, indicator, unit_code)
  where o.from_day > d.from_day and o.from_day <= d.to_day
  union
  select d.*, o.to_day + 1
  from standing.unit_due d join standing.institution_open o using (plan, indicator, unit_code)
  where o.to_day >= d.from_day and o.to_day < d.to_day
)

select
  plan,
  indicator,
  unit_code,
  unit_code as leaf_code,
  province_code,
  exists (
    from standing.institution_open o
    where o.plan = t.plan and o.indicator = t.indicator and o.unit_code = t.unit_code
      and t.turns_on between o.from_day and o.to_day
  ) as covered,
  turns_on as from_day,
  coalesce(
    lead(turns_on) over (
      partition by plan, indicator, unit_code, from_day order by turns_on
    ) - 1,
    to_day
  ) as to_day
from turn t
