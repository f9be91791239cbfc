select * from staging.institution
qualify not is_void
  and row_number() over (
    partition by unit, institution_code order by submitted_order desc, line desc
  ) = 1
