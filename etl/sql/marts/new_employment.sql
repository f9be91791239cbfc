with form as (
  select
    f.plan, f.indicator, i.extract, f.person_id, f.started_on,
    arg_min(e.employment_form, row(e.unit, e.record_number)) as employment_form
  from standing.first_employment f
  join reference.plan_indicator i using (plan, indicator)
  join standing.employment e
    on e.person_id = f.person_id and e.started_on = f.started_on
    and (i.asks.locality is null or e.locality = i.asks.locality)
  group by all
)

select
  f.plan,
  f.indicator,
  f.person_id,
  r.leaf_code,
  r.province_code,
  r.sex,
  r.birth_date,
  r.disability_type,
  r.disability_grade,
  r.household,
  r.education,
  f.employment_form,
  f.started_on,
  greatest(r.from_day, f.started_on) as from_day,
  r.to_day
from form f
join standing.residence r on r.person_id = f.person_id and r.to_day >= f.started_on
semi join marts.reported d on d.unit = r.province_code and d.extract = f.extract
