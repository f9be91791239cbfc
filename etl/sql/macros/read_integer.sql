create or replace macro read_integer(cell) as
  if(
    regexp_full_match(cell, '-?(\d+|\d{1,3}(,\d{3})+)'),
    try_cast(replace(cell, ',', '') as integer),
    null
  )
