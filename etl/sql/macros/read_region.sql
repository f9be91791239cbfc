-- `region_bits` has a bit for each code of reference.valid_region: a join would lose the order of the rows.
create or replace macro read_region(cell) as
  case
    when regexp_full_match(cell, '\d{6}')
      and get_bit(getvariable('region_bits'), cast(cell as integer)) = 1
      then cell
  end
