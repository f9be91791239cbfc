select * from staging.levy_filing
qualify not is_void
  and row_number() over (
    partition by unit, year, credit_code order by submitted_order desc, line desc
  ) = 1
