-- Two kinds of rows: a household that is due, and the same household while a member is in work.
with lying as (
  select
    i.plan,
    i.indicator,
    f.family_id,
    l.leaf_code,
    l.province_code,
    greatest(f.flagged_on, l.from_day) as from_day,
    l.to_day
  from standing.family f
  join reference.plan_indicator i on i.counted_in = 'households'
  join standing.landing l
    on l.code = f.region_code and l.by_corps = (f.unit = '660000') and l.to_day >= f.flagged_on
  semi join marts.reported d on d.unit = l.province_code and d.extract = i.extract
)

select
  plan, indicator, family_id, leaf_code, province_code, true as is_due, false as is_at_work,
  from_day, to_day
from lying

union all

select
  y.plan, y.indicator, y.family_id, y.leaf_code, y.province_code, false, true,
  greatest(y.from_day, w.from_day), least(y.to_day, w.to_day)
from lying y
join standing.family_at_work w
  on w.family_id = y.family_id and w.from_day <= y.to_day and w.to_day >= y.from_day
