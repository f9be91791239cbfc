select * from staging.published
qualify not is_void
  and row_number() over (
    partition by unit, year, indicator_name order by submitted_order desc, line desc
  ) = 1
