-- A unit that has been dissolved since it fell due is shown where its code lands on the day.
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
),

state as (
  select
    *,
    exists (
      from standing.institution_open o
      where o.plan = t.plan and o.indicator = t.indicator and o.unit_code = t.unit_code
        and t.turns_on between o.from_day and o.to_day
    ) as covered,
    coalesce(
      lead(turns_on) over (
        partition by plan, indicator, unit_code, from_day order by turns_on
      ) - 1,
      to_day
    ) as turns_off
  from turn t
)

select
  s.plan,
  s.indicator,
  s.unit_code,
  l.leaf_code,
  l.province_code,
  s.covered,
  greatest(s.turns_on, l.from_day) as from_day,
  least(s.turns_off, l.to_day) as to_day
from state s
join standing.landing l
  on l.code = s.unit_code and not l.by_corps
  and l.from_day <= s.turns_off and l.to_day >= s.turns_on
