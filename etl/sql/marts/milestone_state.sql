-- All province-level units are due, whether they report or not; done are those with a row of their own,
-- for good, or (asked every year) in the year of the row.
with unit as (
  select distinct code as province_code from standing.region_unit where level = 'province'
),

done as (
  select
    i.plan,
    i.indicator,
    l.province_code,
    min(m.completed_on) as completed_on,
    if(i.period = 'year', m.year, null) as done_year
  from standing.milestone m
  join reference.plan_indicator i
    on i.counted_in = 'milestones'
    and i.asks.milestone = m.milestone
    and (i.period = 'plan' or m.year is not null)
  join standing.landing l
    on l.code = m.region_code and l.by_corps = (m.unit = '660000')
    and l.leaf_code = l.province_code || '-self'
  group by i.plan, i.indicator, l.province_code, done_year
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
