-- Who is due by a question, and on which days: registered, of the age and with the answers asked. Born on
-- 29 February one is a year older on 1 March of other years.
with question as (
  select distinct * exclude (plan, indicator, counted_in) from standing.due_question
),

registered as (
  select
    q.question,
    r.* exclude (wants_work, wants_massage_training, graduation_year, graduation_level),
    q.working_age_from as youngest,
    if(r.sex = cast('女' as standing.code), q.working_age_women_to, q.working_age_men_to) + 1 as too_old
  from standing.residence r
  join question q
    on (q.wants_work is null or coalesce(r.wants_work, false) = q.wants_work)
    and (
      q.wants_massage_training is null
      or coalesce(r.wants_massage_training, false) = q.wants_massage_training
    )
    and (q.disability_type is null or r.disability_type = q.disability_type)
    and (not q.asks_survey or r.survey_employment is not null)
  semi join marts.reported d on d.unit = r.province_code and d.extract = q.extract
),

aged as (
  select
    * exclude (from_day, to_day, youngest, too_old),
    greatest(
      from_day,
      make_date(year(birth_date) + youngest, month(birth_date), 1) + cast(day(birth_date) - 1 as integer)
    ) as from_day,
    least(
      to_day,
      make_date(year(birth_date) + too_old, month(birth_date), 1) + cast(day(birth_date) - 2 as integer)
    ) as to_day
  from registered
)

from aged
where from_day <= to_day
