-- Without spaces around. Whether there are any is asked first: few cells have them, and DuckDB makes a set of
-- what it is to take away for every cell.
create or replace macro trimmed(cell) as
  if(
    cell < '!'
      or starts_with(cell, chr(160))
      or starts_with(cell, chr(12288))
      or ends_with(cell, ' ')
      or ends_with(cell, chr(9))
      or ends_with(cell, chr(10))
      or ends_with(cell, chr(13))
      or ends_with(cell, chr(160))
      or ends_with(cell, chr(12288)),
    trim(cell, ' ' || chr(9) || chr(10) || chr(13) || chr(160) || chr(12288)),
    cell
  )
