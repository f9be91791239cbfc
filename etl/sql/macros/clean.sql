-- Cells come without spaces around them. Bytes outnumber characters only beyond ASCII.
create or replace macro clean(cell) as
  missing_as_null(if(strlen(cell) = length(cell), cell, half_width(cell)))
