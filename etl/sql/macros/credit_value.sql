create or replace macro credit_value(code, place) as
  strpos('0123456789ABCDEFGHJKLMNPQRTUWXY', substr(code, place, 1)) - 1
