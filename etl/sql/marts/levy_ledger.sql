-- What is direct (直接奖补) is named by the plan's own list of items.
with direct as (
  select distinct unnest(asks.direct_items) as item
  from reference.plan_indicator
  where counted_in = 'ledger'
),

entry as (
  select
    unit,
    year,
    region_code,
    direction,
    if(direction = '支出', item, null) as item,
    amount,
    last_day(make_date(year, quarter_of_year * 3, 1)) as from_day,
    make_date(year, 12, 31) as to_day
  from standing.levy_ledger
)

select
  e.year,
  l.leaf_code,
  l.province_code,
  e.direction,
  e.item,
  coalesce(e.item in (select item from direct), false) as is_direct,
  sum(e.amount) as amount,
  greatest(e.from_day, l.from_day) as from_day,
  least(e.to_day, l.to_day) as to_day
from entry e
join standing.landing l
  on l.code = e.region_code and l.by_corps = (e.unit = '660000')
  and l.from_day <= e.to_day and l.to_day >= e.from_day
semi join marts.reported d
  on d.unit = l.province_code and d.extract = 'levy_ledger' and d.year = e.year
group by all
