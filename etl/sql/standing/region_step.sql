-- A code goes to its successor from the day of the change, until it is valid anew.
with change as (
  select s.old_code as code, min(s.new_code) as next_code, s.changed_on as from_day
  from reference.region_successor s
  where not exists (
    from standing.region_unit u
    where u.code = s.old_code and s.changed_on >= u.valid_from and s.changed_on < u.valid_to
  )
  group by s.old_code, s.changed_on
),

renewal as (
  select distinct u.code, u.code as next_code, u.valid_from as from_day
  from standing.region_unit u semi join change c on c.code = u.code and u.valid_from > c.from_day
),

beginning as (
  select distinct code, code as next_code, date '1900-01-01' as from_day from standing.region_unit
),

step as (
  from beginning union all from change union all from renewal
)

select
  code,
  next_code,
  if(row_number() over by_day = 1, date '1900-01-01', from_day) as from_day,
  coalesce(lead(from_day) over by_day - 1, date '9999-12-31') as to_day
from step
window by_day as (partition by code order by from_day)
