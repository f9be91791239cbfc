-- The units that must be covered: those that exist, and after the deadline those that existed on it.
select
  i.plan,
  i.indicator,
  u.code as unit_code,
  u.valid_from as from_day,
  if(i.deadline between u.valid_from and u.valid_to, date '9999-12-31', u.valid_to) as to_day
from standing.region_unit u
join marts.region r on r.leaf_code = u.code
join reference.plan_indicator i
  on i.counted_in = 'coverage'
  and list_contains(i.asks.unit_kinds, u.kind)
  and u.valid_from <= i.deadline
where u.level = 'county'
  and exists (from marts.reported d where d.unit = r.province_code and d.extract = i.extract)

union all by name

from standing.tier_due
