-- The as-of days D on which what happened on a day counts: that day lies in the months up to and
-- including D − follow_days. 29 February less twelve months is the 28th.
with happening as (
  select
    i.plan,
    i.indicator,
    i.asks.follow_days as follow_days,
    to_months(i.asks.window_months) as months,
    cast(unnest(range(timestamp '2000-01-01', timestamp '2031-01-01', interval 1 day)) as date)
      as happened_on
  from reference.plan_indicator i
  where i.counted_in in ('conversion', 'stability')
)

select
  plan,
  indicator,
  happened_on,
  happened_on + follow_days as from_day,
  list_max(
    list_filter(
      [cast(happened_on + months as date) + days for days in [-1, 0, 1, 2, 3]],
      lambda last_day: last_day - months < happened_on
    )
  ) + follow_days as to_day
from happening
