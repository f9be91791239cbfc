with recursive walk as (
  select code, next_code, code = next_code as arrived, from_day, to_day
  from standing.region_step
  union
  select
    w.code, s.next_code, s.code = s.next_code,
    greatest(w.from_day, s.from_day), least(w.to_day, s.to_day)
  from walk w
  join standing.region_step s
    on s.code = w.next_code and s.from_day <= w.to_day and s.to_day >= w.from_day
  where not w.arrived
),

leaf as (
  select distinct code, if(level = 'county', code, code || '-self') as leaf_code
  from standing.region_unit
  where level <> 'nation'
)

select w.code, l.leaf_code, w.from_day, w.to_day
from walk w join leaf l on l.code = w.next_code
where w.arrived
