select * from staging.milestone
qualify not is_void
  and row_number() over (
    partition by unit, milestone, region_code, year order by submitted_order desc, line desc
  ) = 1
