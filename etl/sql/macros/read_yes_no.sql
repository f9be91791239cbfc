create or replace macro read_yes_no(cell) as
  case
    when upper(cell) in ('是', '1', 'Y', 'TRUE') then true
    when upper(cell) in ('否', '0', 'N', 'FALSE') then false
  end
