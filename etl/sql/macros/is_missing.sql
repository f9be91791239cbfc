-- Whether `clean` makes NULL of a cell. DuckDB makes a join of a longer list, which loses the rows' order.
create or replace macro is_missing(cell) as
  cell is null or cell in ('', '-', '/') or cell in ('无', '－', '／')
