select
  day,
  year(day) || 'Q' || quarter(day) as quarter,
  day = last_day(day) and month(day) % 3 = 0 as is_quarter_end
from (
  select cast(unnest(generate_series(date '2015-01-01', date '2030-12-31', interval 1 day)) as date)
    as day
)
