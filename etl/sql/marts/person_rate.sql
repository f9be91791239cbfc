-- Two kinds of rows: a person who is due, and the same person while reached. What the survey says is
-- reached while it agrees with the spells.
with agreed as (
  select d.*, greatest(d.from_day, s.from_day) as since, least(d.to_day, s.to_day) as until
  from standing.person_due d
  join reference.plan_indicator i using (plan, indicator)
  join standing.employment_state s
    on s.person_id = d.person_id and s.is_employed = (d.survey_employment = '已就业')
    and s.from_day <= d.to_day and s.to_day >= d.from_day
  where i.asks.reached_by = 'survey'
  union all
  select d.*, d.from_day, d.to_day
  from standing.person_due d
  join reference.plan_indicator i using (plan, indicator)
  anti join standing.employment_state s using (person_id)
  where i.asks.reached_by = 'survey' and d.survey_employment = '未就业'
),

reached as (
  select d.*, greatest(d.from_day, r.from_day) as since, least(d.to_day, r.to_day) as until
  from standing.person_due d
  join standing.reached r
    on r.plan = d.plan and r.indicator = d.indicator and r.person_id = d.person_id
    and r.from_day <= d.to_day and r.to_day >= d.from_day
),

state as (
  select *, from_day as since, to_day as until, true as is_due, false as is_reached
  from standing.person_due
  where counted_in = 'person_rates'
  union all
  select *, false, true from agreed
  union all
  select *, false, true from reached
)

select
  plan, indicator, person_id, leaf_code, province_code, sex, birth_date, disability_type,
  disability_grade, household, education, is_due, is_reached, since as from_day, until as to_day
from state
