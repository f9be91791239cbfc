-- Whether the check character is that of the first 17 digits.
create or replace macro certificate_sums(number) as
  substr(number, 18, 1) = citizen_check(try_cast(substr(number, 1, 17) as bigint))
