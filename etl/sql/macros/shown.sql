-- A value that a column of no personal kind holds, unless a person's number has strayed into it: 15
-- digits or more however they are parted, what a spreadsheet made of such a number, or a 军 with digits.
create or replace macro shown(cell) as
  if(
    regexp_matches(regexp_replace(half_width(cell), '[^0-9A-Za-z\p{Han}]', '', 'g'), '\d{15}|军\D{0,8}\d')
    or regexp_matches(half_width(cell), '\d\s*[Ee]\s*\+?\s*1\d'),
    masked(cell),
    left(cell, 200)
  )
