-- Who is due and reached, while both. What the survey says is reached while it agrees with the spells.
with surveyed as (
  select q.plan, q.indicator, d.*
  from standing.person_due d
  join standing.due_question q using (question)
  where q.asks_survey
),

agreed as (
  select d.*, s.from_day as since, s.to_day as until
  from surveyed d
  join standing.employment_state s
    on s.person_id = d.person_id
    and s.is_employed = (d.survey_employment = cast('已就业' as standing.code))
    and s.from_day <= d.to_day and s.to_day >= d.from_day
  union all
  select d.*, d.from_day, d.to_day
  from surveyed d
  anti join standing.employment_state s using (person_id)
  where d.survey_employment = cast('未就业' as standing.code)
),

reached as (
  select r.plan, r.indicator, d.*, r.from_day as since, r.to_day as until
  from standing.person_due d
  join standing.due_question q using (question)
  join standing.reached r
    on r.plan = q.plan and r.indicator = q.indicator and r.person_id = d.person_id
    and r.from_day <= d.to_day and r.to_day >= d.from_day
)

select
  * exclude (question, survey_employment, from_day, to_day, since, until),
  greatest(from_day, since) as from_day,
  least(to_day, until) as to_day
from (from agreed union all from reached)
