create or replace macro certificate_birth(number) as
  try_cast(
    substr(number, 7, 4) || '-' || substr(number, 11, 2) || '-' || substr(number, 13, 2) as date
  )
