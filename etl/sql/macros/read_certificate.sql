-- Asks of the cleaned number in capitals, and `certificate_sums` of it, what `certificate_fault` asks.
create or replace macro read_certificate(number, sums) as
  if(
    sums
      and regexp_full_match(number, '[1-9]\d{16}[\dX][1-7][1-4](B[1-9])?')
      and certificate_birth(number) is not null,
    number,
    null
  )
