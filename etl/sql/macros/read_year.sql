create or replace macro read_year(cell) as
  if(regexp_full_match(cell, '(19|20)\d\d'), try_cast(cell as smallint), null)
