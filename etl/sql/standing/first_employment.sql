-- The first day in the plan on which a spell starts that no earlier one, open the day before, blocks.
with start_day as (
  select
    i.plan,
    i.indicator,
    i.starts_on as plan_starts_on,
    i.deadline,
    e.person_id,
    e.started_on,
    max(coalesce(e.ended_on, date '9999-12-31')) as open_to
  from standing.employment e
  join reference.plan_indicator i
    on i.counted_in = 'employment'
    and (i.asks.locality is null or e.locality = i.asks.locality)
  group by all
),

against_earlier as (
  select
    *,
    max(open_to) over (
      partition by plan, indicator, person_id order by started_on
      rows between unbounded preceding and 1 preceding
    ) as earlier_open_to
  from start_day
)

select plan, indicator, person_id, min(started_on) as started_on
from against_earlier
where started_on between plan_starts_on and deadline
  and (earlier_open_to is null or earlier_open_to < started_on - 1)
group by plan, indicator, person_id
