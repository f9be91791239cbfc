create or replace macro read_credit_code(cell) as
  if(
    regexp_full_match(cell, '[0-9A-HJ-NPQRTUWXY]{2}\d{6}[0-9A-HJ-NPQRTUWXY]{10}')
      and substr(cell, 18) = credit_check(cell),
    cell,
    null
  )
