-- Trainings of the kinds asked for, begun by a person with no open spell on that day, with the first
-- day from completion on on which a spell of that person starts (next_started_on), and the same if it
-- is within follow_days (converted_on).
with begun as (
  select
    i.plan,
    i.indicator,
    i.counted_in,
    i.extract,
    i.asks.follow_days as follow_days,
    t.person_id,
    t.unit,
    t.record_number,
    t.programme,
    t.institution_code,
    t.ended_on as completed_on
  from standing.training t
  join reference.plan_indicator i
    on i.counted_in in ('conversion', 'stability') and list_contains(i.asks.programmes, t.programme)
  anti join standing.employment_state e
    on e.person_id = t.person_id and e.is_employed and t.started_on between e.from_day and e.to_day
  where t.person_id is not null
),

start_day as (
  select distinct person_id, started_on from standing.employment
)

select
  b.* exclude (follow_days),
  s.started_on as next_started_on,
  if(s.started_on <= b.completed_on + b.follow_days, s.started_on, null) as converted_on
from begun b
asof left join start_day s on b.person_id = s.person_id and b.completed_on <= s.started_on
