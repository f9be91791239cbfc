create or replace macro missing_as_null(cell) as
  if(cell in ('', '-', '/', '无'), null, cell)
