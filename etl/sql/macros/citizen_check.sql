-- GB 11643 by ISO 7064 MOD 11-2, over the first 17 digits as one number: each digit is what is left of a
-- quotient but for ten times the next, and ten is -1 modulo 11, so that a quotient weighs its own digit's
-- weight and that of the one before it.
create or replace macro citizen_check(digits) as
  substr(
    '10X98765432',
    1 + (
      digits * 2
      + digits // 10 * 6
      + digits // 100 * 1
      + digits // 1000 * 2
      + digits // 10000 * 4
      + digits // 100000 * 8
      + digits // 1000000 * 5
      + digits // 10000000 * 10
      + digits // 100000000 * 9
      + digits // 1000000000 * 7
      + digits // 10000000000 * 3
      + digits // 100000000000 * 6
      + digits // 1000000000000 * 1
      + digits // 10000000000000 * 2
      + digits // 100000000000000 * 4
      + digits // 1000000000000000 * 8
      + digits // 10000000000000000 * 5
    ) % 11,
    1
  )
