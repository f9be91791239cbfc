-- The units that must be covered: those that exist, and after the deadline those that existed on it;
-- an abolished one is shown, and can be covered, where its code lands.
with due as (
  select
    i.plan,
    i.indicator,
    i.asks.institution_kind as institution_kind,
    u.code as unit_code,
    u.valid_from as from_day,
    if(i.deadline between u.valid_from and u.valid_to, date '9999-12-31', u.valid_to) as to_day
  from standing.region_unit u
  join reference.plan_indicator i
    on i.counted_in = 'coverage'
    and list_contains(i.asks.unit_kinds, u.kind)
    and u.valid_from <= i.deadline
  where u.level = 'county'
)

select
  d.* exclude (from_day, to_day),
  l.leaf_code,
  l.province_code,
  greatest(d.from_day, l.from_day) as from_day,
  least(d.to_day, l.to_day) as to_day
from due d
join standing.landing l
  on l.code = d.unit_code and not l.by_corps
  and l.from_day <= d.to_day and l.to_day >= d.from_day
where l.province_code in (
  select unit from staging.file where extract = 'institution' and fate = 'accepted'
)
