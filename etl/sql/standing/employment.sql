with repeated as (
  select unit, record_number from staging.employment group by all having count(*) > 1
)

select * from staging.employment anti join repeated using (unit, record_number)
where not is_void

union all

select * from staging.employment semi join repeated using (unit, record_number)
qualify not is_void
  and row_number() over (
    partition by unit, record_number order by submitted_order desc, line desc
  ) = 1
