-- A spell counts once, for the training completed last before it.
with spell as (
  select
    plan, indicator, extract, person_id, converted_on as started_on,
    arg_max(unit, row(completed_on, unit, record_number)) as institution_unit,
    arg_max(institution_code, row(completed_on, unit, record_number)) as institution_code,
    arg_max(programme, row(completed_on, unit, record_number)) as programme
  from standing.training_without_work
  where counted_in = 'stability' and converted_on is not null
  group by all
),

form as (
  select
    person_id, started_on,
    arg_min(
      employment_form, row(coalesce(ended_on, date '9999-12-31'), unit, record_number)
    ) as employment_form
  from standing.employment
  semi join spell using (person_id, started_on)
  group by all
)

select
  s.plan,
  s.indicator,
  s.person_id,
  r.leaf_code,
  r.province_code,
  r.sex,
  r.birth_date,
  r.disability_type,
  r.disability_grade,
  r.household,
  r.education,
  f.employment_form,
  s.programme,
  s.institution_unit,
  s.institution_code,
  strftime(s.started_on, '%Y-%m') as started_month,
  l.last_day - s.started_on + 1 >= a.asks.stable_days as is_stable,
  greatest(w.from_day, r.from_day) as from_day,
  least(w.to_day, r.to_day) as to_day
from spell s
join form f using (person_id, started_on)
join standing.lasting_spell l using (plan, indicator, person_id, started_on)
join reference.plan_indicator a using (plan, indicator)
join standing.follow_window w
  on w.plan = s.plan and w.indicator = s.indicator and w.happened_on = s.started_on
join standing.residence r
  on r.person_id = s.person_id and r.from_day <= w.to_day and r.to_day >= w.from_day
semi join marts.reported d on d.unit = r.province_code and d.extract = s.extract
