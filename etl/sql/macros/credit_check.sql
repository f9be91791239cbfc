-- GB 32100, over the first 17 characters.
create or replace macro credit_check(code) as
  substr(
    '0123456789ABCDEFGHJKLMNPQRTUWXY0',
    32 - (
      credit_value(code, 1) * 1
      + credit_value(code, 2) * 3
      + credit_value(code, 3) * 9
      + credit_value(code, 4) * 27
      + credit_value(code, 5) * 19
      + credit_value(code, 6) * 26
      + credit_value(code, 7) * 16
      + credit_value(code, 8) * 17
      + credit_value(code, 9) * 20
      + credit_value(code, 10) * 29
      + credit_value(code, 11) * 25
      + credit_value(code, 12) * 13
      + credit_value(code, 13) * 8
      + credit_value(code, 14) * 24
      + credit_value(code, 15) * 10
      + credit_value(code, 16) * 30
      + credit_value(code, 17) * 28
    ) % 31,
    1
  )
