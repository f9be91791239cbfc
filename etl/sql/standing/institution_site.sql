-- The units due that an institution covers, while it is open. After the deadline it lies where it lay on
-- it; under a code that came later, in every unit due whose code lands where its own does by then.
with opening as (
  select
    i.plan,
    i.indicator,
    i.deadline,
    s.region_code,
    s.unit = '660000' as by_corps,
    s.founded_on,
    coalesce(s.closed_on - 1, date '9999-12-31') as open_to
  from standing.institution s
  join reference.plan_indicator i
    on i.counted_in = 'coverage'
    and i.asks.unit_kinds is not null
    and i.asks.institution_kind = s.institution_kind
),

lying as (
  select o.*, l.leaf_code, l.from_day, l.to_day
  from opening o join standing.landing l on l.code = o.region_code and l.by_corps = o.by_corps
),

stood as (
  select
    plan, indicator, founded_on, open_to, leaf_code as unit_code, from_day,
    if(to_day >= deadline, date '9999-12-31', to_day) as to_day
  from lying
  where from_day <= deadline
),

came_later as (
  select o.plan, o.indicator, o.deadline, o.region_code, o.by_corps, o.founded_on, o.open_to
  from lying o
  where o.deadline between o.from_day and o.to_day
    and not exists (
      from standing.region_unit u
      where u.code = o.leaf_code and o.deadline between u.valid_from and u.valid_to
    )
),

inherited as (
  select
    c.plan, c.indicator, c.founded_on, c.open_to, d.unit_code,
    greatest(c.deadline + 1, l.from_day, u.from_day) as from_day,
    least(l.to_day, u.to_day) as to_day
  from came_later c
  join standing.landing l on l.code = c.region_code and l.by_corps = c.by_corps
  join standing.landing u on u.leaf_code = l.leaf_code and not u.by_corps
  join standing.unit_due d
    on d.plan = c.plan and d.indicator = c.indicator and d.unit_code = u.code
)

select
  plan,
  indicator,
  unit_code,
  greatest(founded_on, from_day) as from_day,
  least(open_to, to_day) as to_day
from (from stood union all by name from inherited)
where greatest(founded_on, from_day) <= least(open_to, to_day)
