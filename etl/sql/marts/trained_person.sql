-- Each day of completions; a person is counted by the first. Shown in the latest registration's region;
-- where that lies outside the scope, in the region of the version that counted.
with shown as (
  select
    f.*,
    r.sex,
    r.birth_date,
    r.disability_type,
    r.disability_grade,
    r.household,
    r.education,
    r.leaf_code,
    r.province_code,
    greatest(r.from_day, f.completed_on) as from_day,
    r.to_day,
    i.extract,
    i.scope_scheme is null or exists (
      from reference.indicator_scope s
      where s.plan = f.plan and s.indicator = f.indicator and s.province_code = r.province_code
    ) as in_scope
  from standing.qualified_completion f
  join reference.plan_indicator i using (plan, indicator)
  join standing.residence r on r.person_id = f.person_id and r.to_day >= f.completed_on
),

lying as (
  from shown
  where in_scope
  union all
  select
    s.* replace (
      l.leaf_code as leaf_code,
      l.province_code as province_code,
      greatest(s.from_day, l.from_day) as from_day,
      least(s.to_day, l.to_day) as to_day
    )
  from shown s
  join standing.landing l
    on l.code = s.region_code and l.by_corps = (s.unit = '660000')
    and l.from_day <= s.to_day and l.to_day >= s.from_day
  where not s.in_scope
)

select
  plan, indicator, person_id, leaf_code, province_code, sex, birth_date,
  disability_type, disability_grade, household, education, is_first, times, completed_on, from_day,
  to_day
from lying
semi join marts.reported d on d.unit = lying.province_code and d.extract = lying.extract
