create or replace macro read_decimal(cell) as
  if(
    regexp_full_match(cell, '-?(\d+|\d{1,3}(,\d{3})+)(\.\d+)?'),
    try_cast(replace(cell, ',', '') as decimal(18, 4)),
    null
  )
