-- Whether `clean` makes NULL of a cell.
create or replace macro is_missing(cell) as
  cell is null or cell in ('', '-', '/', '无', '－', '／')
