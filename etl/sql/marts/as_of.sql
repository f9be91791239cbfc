-- `balanced_at` is the last quarter's end by the day, at most the snapshot's own: see etl/balances.ts.
with numbered as (
  select
    day,
    day = last_day(day) and month(day) % 3 = 0 as is_quarter_end,
    cast(year(day) * 4 + quarter(day) - if(is_quarter_end, 0, 1) as smallint) as last_end
  from (
    select cast(unnest(generate_series(date '2015-01-01', date '2030-12-31', interval 1 day)) as date)
      as day
  )
)

select
  day,
  year(day) || 'Q' || quarter(day) as quarter,
  is_quarter_end,
  least(
    last_end,
    (select max(last_end) from numbered where day <= greatest(getvariable('as_of'), date '2015-01-01'))
  ) as balanced_at
from numbered
