with repeated as (
  select unit, record_key from staging.registration group by all having count(*) > 1
)

select * from staging.registration anti join repeated using (unit, record_key)
where not is_void

union all

select * from staging.registration semi join repeated using (unit, record_key)
qualify not is_void
  and row_number() over (
    partition by unit, record_key order by submitted_order desc, line desc
  ) = 1
