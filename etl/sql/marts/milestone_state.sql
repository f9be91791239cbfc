-- All province-level units are due, whether they report or not. Once done (any row that was accepted says
-- so) is done for good; what is asked every year is done in the year of a row that stands.
with unit as (
  select distinct code as province_code from standing.region_unit where level = 'province'
),

stated as (
  select 'plan' as period, unit, milestone, region_code, null as done_year, completed_on
  from staging.milestone
  where not is_void
  union all
  select 'year', unit, milestone, region_code, year, completed_on
  from standing.milestone
  where year is not null
),

done as (
  select i.plan, i.indicator, l.province_code, m.done_year, min(m.completed_on) as completed_on
  from stated m
  join reference.plan_indicator i
    on i.counted_in = 'milestones' and i.asks.milestone = m.milestone and i.period = m.period
  join standing.landing l
    on l.code = m.region_code and l.by_corps = (m.unit = '660000')
    and l.leaf_code = l.province_code || '-self'
  group by i.plan, i.indicator, l.province_code, m.done_year
),

state as (
  select
    i.plan, i.indicator, u.province_code, true as is_due, false as is_done,
    date '1900-01-01' as from_day, date '9999-12-31' as to_day
  from unit u join reference.plan_indicator i on i.counted_in = 'milestones'
  union all
  select
    plan, indicator, province_code, false, true,
    greatest(completed_on, make_date(done_year, 1, 1)),
    coalesce(make_date(done_year, 12, 31), date '9999-12-31')
  from done
)

select
  plan, indicator, province_code || '-self' as leaf_code, province_code, is_due, is_done,
  from_day, to_day
from state
where from_day <= to_day
