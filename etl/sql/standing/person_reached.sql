-- Who is due and reached, while both. What the survey says is reached while it agrees with the spells.
with surveyed as (
  select d.*
  from standing.person_due d
  semi join reference.plan_indicator i
    on cast(i.plan as standing.code) = d.plan
    and cast(i.indicator as standing.code) = d.indicator
    and i.asks.reached_by = 'survey'
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
  select d.*, r.from_day as since, r.to_day as until
  from standing.person_due d
  join standing.reached r
    on r.plan = d.plan and r.indicator = d.indicator and r.person_id = d.person_id
    and r.from_day <= d.to_day and r.to_day >= d.from_day
)

select
  * exclude (counted_in, survey_employment, from_day, to_day, since, until),
  greatest(from_day, since) as from_day,
  least(to_day, until) as to_day
from (from agreed union all from reached)
