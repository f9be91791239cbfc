select * from staging.placement
qualify not is_void
  and row_number() over (
    partition by unit, year, credit_code, person_id, card order by submitted_order desc, line desc
  ) = 1
