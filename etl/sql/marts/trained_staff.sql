-- A holder of a certificate is one person everywhere, and counts once registered; other staff are who
-- their unit says they are.
with completed as (
  select
    i.plan,
    i.indicator,
    i.extract,
    coalesce(t.person_id, t.trainee_id) as staff_id,
    t.person_id is not null as is_holder,
    t.unit,
    t.region_code,
    t.ended_on as completed_on
  from standing.training t
  join reference.plan_indicator i
    on i.counted_in = 'staff_training'
    and t.programme = i.asks.programme
    and t.ended_on between i.starts_on and i.deadline
  qualify row_number() over (
    partition by i.plan, i.indicator, coalesce(t.person_id, t.trainee_id)
    order by t.ended_on, t.unit, t.record_number
  ) = 1
),

registered as (
  select person_id as staff_id, min(from_day) as registered_on
  from standing.residence
  group by person_id
)

select
  c.plan,
  c.indicator,
  c.staff_id,
  l.leaf_code,
  l.province_code,
  c.completed_on,
  greatest(c.completed_on, r.registered_on, l.from_day) as from_day,
  l.to_day
from completed c
left join registered r using (staff_id)
join standing.landing l on l.code = c.region_code and l.by_corps = (c.unit = '660000')
semi join marts.reported d on d.unit = l.province_code and d.extract = c.extract
where (r.registered_on is not null or not c.is_holder)
  and greatest(c.completed_on, r.registered_on, l.from_day) <= l.to_day
