-- What a spreadsheet makes of a long number that is not text: only its first 15 digits are left.
create or replace macro lost_digits(cell) as
  contains(cell, 'E+') and regexp_full_match(cell, '-?\d(\.\d+)?E\+\d\d')
