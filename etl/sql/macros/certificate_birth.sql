create or replace macro certificate_birth(number) as
  cast(try_strptime(substr(number, 7, 8), '%Y%m%d') as date)
