-- A disabled soldier's certificate has no citizen number in it; its grade may follow.
create or replace macro read_military(cell) as
  if(regexp_full_match(cell, '军[^\s,]{1,30}'), cell, null)
