-- GB 11643 by ISO 7064 MOD 11-2, over the first 17 digits as one number.
create or replace macro citizen_check(digits) as
  substr(
    '10X98765432',
    1 + (
      digits // 10000000000000000 * 7
      + digits // 1000000000000000 % 10 * 9
      + digits // 100000000000000 % 10 * 10
      + digits // 10000000000000 % 10 * 5
      + digits // 1000000000000 % 10 * 8
      + digits // 100000000000 % 10 * 4
      + digits // 10000000000 % 10 * 2
      + digits // 1000000000 % 10 * 1
      + digits // 100000000 % 10 * 6
      + digits // 10000000 % 10 * 3
      + digits // 1000000 % 10 * 7
      + digits // 100000 % 10 * 9
      + digits // 10000 % 10 * 10
      + digits // 1000 % 10 * 5
      + digits // 100 % 10 * 8
      + digits // 10 % 10 * 4
      + digits % 10 * 2
    ) % 11,
    1
  )
