-- A ratio's target comes in percent and leaves as a fraction of 1. A target under an old code is also
-- its successor's, where that has none for the year: counts add up, of ratios the highest holds.
with stated as (
  select
    t.plan,
    t.indicator,
    t.region_code,
    if(t.unit = '000000', 'national', 'own') as set_by,
    t.year,
    i.kind in ('rate', 'coverage', 'milestone') as is_ratio,
    cast(if(is_ratio, t.target_value * 0.01, t.target_value) as double) as target_value
  from standing.target t
  join reference.plan_indicator i using (plan, indicator)
  where t.unit = '000000'
    or exists (
      from standing.landing l
      where l.code = t.region_code and not l.by_corps and l.province_code = t.unit
    )
),

inherited as (
  select s.* replace (replace(l.leaf_code, '-self', '') as region_code)
  from stated s
  join marts.region_landing l
    on l.code = s.region_code and getvariable('as_of') between l.from_day and l.to_day
  where replace(l.leaf_code, '-self', '') <> s.region_code
),

landed as (
  select plan, indicator, region_code, set_by, year, target_value from stated

  union all

  select
    plan, indicator, region_code, set_by, year, if(is_ratio, max(target_value), sum(target_value))
  from inherited i
  where not exists (
    from stated s
    where s.plan = i.plan and s.indicator = i.indicator and s.set_by = i.set_by
      and s.region_code = i.region_code
      and (s.year is null or i.year is null or s.year = i.year)
  )
  group by plan, indicator, region_code, set_by, year, is_ratio
)

from landed

union all

-- A prefecture without counties is its own leaf.
select l.* replace (l.region_code || '-self' as region_code)
from landed l
where exists (from standing.region_unit p where p.code = l.region_code and p.level = 'prefecture')
  and not exists (from standing.region_unit c where c.parent_code = l.region_code)
