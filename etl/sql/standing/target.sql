select * from staging.target
qualify not is_void
  and row_number() over (
    partition by unit, plan, indicator, region_code, year order by submitted_order desc, line desc
  ) = 1
