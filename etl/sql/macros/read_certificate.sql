create or replace macro read_certificate(cell) as
  if(certificate_fault(replace(cell, 'x', 'X')) is null, replace(cell, 'x', 'X'), null)
