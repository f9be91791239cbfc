-- Each day of completions; staff are counted by the first, and lie where that was. A holder of a
-- certificate is one person everywhere, and counts once registered; others are who their unit says.
with completed as (
  select
    i.plan,
    i.indicator,
    i.extract,
    coalesce(t.person_id, t.trainee_id) as staff_id,
    t.person_id is not null as is_holder,
    t.ended_on as completed_on,
    count(*) as times,
    arg_min(t.unit, row(t.unit, t.record_number)) as unit,
    arg_min(t.region_code, row(t.unit, t.record_number)) as region_code
  from standing.training t
  join reference.plan_indicator i
    on i.counted_in = 'staff_training'
    and t.programme = i.asks.programme
    and t.ended_on between i.starts_on and i.deadline
  group by all
),

of_staff as (
  select
    * replace (
      first_value(unit) over in_order as unit,
      first_value(region_code) over in_order as region_code
    ),
    row_number() over in_order = 1 as is_first
  from completed
  window in_order as (partition by plan, indicator, staff_id order by completed_on)
),

registered as (
  select person_id as staff_id, min(from_day) as registered_on
  from standing.residence
  where person_id in (select staff_id from of_staff where is_holder)
  group by person_id
)

select
  s.plan,
  s.indicator,
  s.staff_id,
  l.leaf_code,
  l.province_code,
  s.is_first,
  s.times,
  s.completed_on,
  greatest(s.completed_on, r.registered_on, l.from_day) as from_day,
  l.to_day
from of_staff s
left join registered r using (staff_id)
join standing.landing l on l.code = s.region_code and l.by_corps = (s.unit = '660000')
semi join marts.reported d on d.unit = l.province_code and d.extract = s.extract
where (r.registered_on is not null or not s.is_holder)
  and greatest(s.completed_on, r.registered_on, l.from_day) <= l.to_day
