with repeated as (
  select unit, record_number from staging.training group by all having count(*) > 1
)

select * from staging.training anti join repeated using (unit, record_number)
where not is_void

union all

select * from staging.training semi join repeated using (unit, record_number)
qualify not is_void
  and row_number() over (
    partition by unit, record_number order by submitted_order desc, line desc
  ) = 1
