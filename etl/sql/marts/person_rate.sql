-- Two kinds of rows: a person who is due, and the same person while reached.
select
  q.plan, q.indicator, d.* exclude (question, survey_employment), true as is_due, false as is_reached
from standing.person_due d
join standing.due_question q using (question)
where q.counted_in = 'person_rates'

union all by name

select *, false as is_due, true as is_reached
from standing.person_reached
