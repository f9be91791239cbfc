create or replace macro read_yes_no(cell) as
  case
    when cell = '是' then true
    when cell = '否' then false
    when upper(cell) in ('1', 'Y', 'TRUE') then true
    when upper(cell) in ('0', 'N', 'FALSE') then false
  end
