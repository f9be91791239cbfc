create or replace macro read_region(cell) as
  if(cell in (select code from reference.valid_region), cell, null)
