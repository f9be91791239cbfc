with season as (
  select
    year as graduation_year,
    extract,
    cast(year || '-' || window_from as date) as opens_on,
    cast(year || '-' || window_to as date) as employed_by,
    cast((year + 1) || '-' || window_from as date) - 1 as closes_on
  from (select distinct graduation_year as year from standing.residence where graduation_year > 0)
  cross join (
    select distinct extract, asks.window_from as window_from, asks.window_to as window_to
    from reference.plan_indicator
    where counted_in = 'graduates'
  )
),

cohort as (
  select
    r.* exclude (from_day, to_day),
    s.opens_on,
    s.employed_by,
    greatest(r.from_day, s.opens_on) as from_day,
    least(r.to_day, s.closes_on) as to_day
  from standing.residence r
  join season s using (graduation_year)
  semi join marts.reported d on d.unit = r.province_code and d.extract = s.extract
  where r.from_day <= s.closes_on and r.to_day >= s.opens_on
),

employed as (
  select c.person_id, c.graduation_year, min(greatest(e.started_on, c.opens_on)) as employed_on
  from (select distinct person_id, graduation_year, opens_on, employed_by from cohort) c
  join standing.employment e using (person_id)
  where e.started_on <= c.employed_by and coalesce(e.ended_on, c.opens_on) >= c.opens_on
  group by c.person_id, c.graduation_year
),

state as (
  select
    c.*, false as is_employed,
    c.from_day as state_from, coalesce(e.employed_on - 1, c.to_day) as state_to
  from cohort c left join employed e using (person_id, graduation_year)
  union all
  select c.*, true, e.employed_on, c.to_day
  from cohort c join employed e using (person_id, graduation_year)
)

select
  graduation_year,
  person_id,
  leaf_code,
  province_code,
  sex,
  birth_date,
  disability_type,
  disability_grade,
  household,
  graduation_level,
  is_employed,
  greatest(from_day, state_from) as from_day,
  least(to_day, state_to) as to_day
from state
where greatest(from_day, state_from) <= least(to_day, state_to)
