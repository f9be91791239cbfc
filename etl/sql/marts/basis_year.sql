-- The year whose filings, or whose population, stand for a day: one for all regions, none at first.
with filed as (
  select f.year, f.unit, min(f.filed_on) as filed_on
  from marts.filing_day f
  semi join standing.region_unit u on u.code = f.unit and u.level = 'province'
  group by f.year, f.unit
),

counted as (
  select *, row_number() over (partition by year order by filed_on) as units from filed
),

known as (
  select i.plan, i.indicator, c.year, min(c.filed_on) as from_day
  from counted c
  join reference.plan_indicator i
    on i.counted_in = 'lead_employers'
    and c.units >= i.asks.filed_share * (
      select count(distinct code) from standing.region_unit where level = 'province'
    )
  group by i.plan, i.indicator, c.year
  union all
  select distinct i.plan, i.indicator, p.year, make_date(p.year, 1, 1)
  from standing.population p join reference.plan_indicator i on i.counted_in = 'register_entries'
),

in_force as (
  select
    plan, indicator, year, from_day,
    coalesce(
      min(from_day) over (
        partition by plan, indicator order by year desc
        rows between unbounded preceding and 1 preceding
      ) - 1,
      date '9999-12-31'
    ) as to_day
  from known
)

from in_force
where from_day <= to_day

union all

select
  i.plan, i.indicator, null, date '1900-01-01',
  coalesce(min(k.from_day) - 1, date '9999-12-31')
from reference.plan_indicator i left join known k using (plan, indicator)
where i.counted_in in ('lead_employers', 'register_entries')
group by i.plan, i.indicator
