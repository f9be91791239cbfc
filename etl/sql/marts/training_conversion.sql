select
  t.plan,
  t.indicator,
  t.person_id,
  r.leaf_code,
  r.province_code,
  r.sex,
  r.birth_date,
  r.disability_type,
  r.disability_grade,
  r.household,
  r.education,
  t.programme,
  t.unit as institution_unit,
  t.institution_code,
  strftime(t.completed_on, '%Y-%m') as completed_month,
  t.converted_on is not null as is_converted,
  greatest(w.from_day, r.from_day) as from_day,
  least(w.to_day, r.to_day) as to_day
from standing.training_without_work t
join standing.follow_window w
  on w.plan = t.plan and w.indicator = t.indicator and w.happened_on = t.completed_on
join standing.residence r
  on r.person_id = t.person_id and r.from_day <= w.to_day and r.to_day >= w.from_day
semi join marts.reported d on d.unit = r.province_code and d.extract = t.extract
where t.counted_in = 'conversion'
