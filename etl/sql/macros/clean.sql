-- The bytes outnumber the characters only where there is more than ASCII.
create or replace macro clean(cell) as
  missing_as_null(
    trim(if(strlen(cell) = length(cell), cell, half_width(cell)), ' ' || chr(9))
  )
