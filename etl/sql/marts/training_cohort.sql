-- Trainings of people without work by the month of their end. A month's figure for a number of days is
-- there from the day on which the days have passed for all its trainings: earlier it would be too low.
-- For stability they run from the last day on which a spell could have converted (follow_days).
with training as (
  select
    t.*,
    i.asks.cohort_days as cohort_days,
    i.asks.follow_days as follow_days,
    last_day(t.completed_on) as month_end,
    l.last_day - t.converted_on + 1 as lasted,
    r.leaf_code,
    r.province_code,
    r.from_day,
    r.to_day
  from standing.training_without_work t
  join reference.plan_indicator i using (plan, indicator)
  left join standing.lasting_spell l
    on l.plan = t.plan and l.indicator = t.indicator and l.person_id = t.person_id
    and l.started_on = t.converted_on
  join standing.residence r on r.person_id = t.person_id
  semi join marts.reported d on d.unit = r.province_code and d.extract = t.extract
  where i.asks.cohort_days is not null
),

outcome as (
  select *, 'trained' as outcome, 0 as days, false as is_reached, month_end as known_from
  from training
  where counted_in = 'conversion'
  union all
  select
    *, 'converted', unnest(cohort_days) as days,
    coalesce(next_started_on <= completed_on + days, false), month_end + days
  from training
  where counted_in = 'conversion'
  union all
  select
    *, 'stable', unnest(cohort_days) as days,
    lasted >= days, month_end + follow_days + days - 1
  from training
  where counted_in = 'stability' and converted_on is not null
)

select
  plan,
  outcome,
  cast(days as smallint) as days,
  leaf_code,
  province_code,
  programme,
  unit as institution_unit,
  institution_code,
  strftime(completed_on, '%Y-%m') as completed_month,
  count(*) as due,
  count(*) filter (is_reached) as reached,
  greatest(known_from, from_day) as from_day,
  to_day
from outcome
where to_day >= known_from
group by all
