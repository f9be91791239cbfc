-- The registration that is a person's on a day: of those registered by then, the latest updated.
with in_force as (
  select
    r.*,
    coalesce(replaced_on - 1, date '9999-12-31') as in_force_to
  from standing.registration r
  left join standing.residence_end using (file_id, line)
  where replaced_on is null or replaced_on > registered_on
)

select
  r.person_id,
  cast(l.leaf_code as standing.code) as leaf_code,
  cast(l.province_code as standing.code) as province_code,
  cast(r.sex as standing.code) as sex,
  r.birth_date,
  r.disability_type,
  r.disability_grade,
  cast(r.household as standing.code) as household,
  r.education,
  r.wants_work,
  r.wants_massage_training,
  cast(r.survey_employment as standing.code) as survey_employment,
  r.graduation_year,
  r.graduation_level,
  greatest(r.registered_on, l.from_day) as from_day,
  least(r.in_force_to, l.to_day) as to_day
from in_force r
join standing.landing l
  on l.code = r.region_code and l.by_corps = (r.unit = '660000')
  and l.from_day <= r.in_force_to and l.to_day >= r.registered_on
