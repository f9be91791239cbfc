select * from staging.levy_ledger
qualify not is_void
  and row_number() over (
    partition by unit, record_number order by submitted_order desc, line desc
  ) = 1
