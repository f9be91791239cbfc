-- Of whom a share is counted, and on which days: registered, of the age and with the answers asked.
-- Born on 29 February one is a year older on 1 March of other years.
with registered as (
  select
    cast(i.plan as standing.code) as plan,
    cast(i.indicator as standing.code) as indicator,
    cast(i.counted_in as standing.code) as counted_in,
    r.* exclude (wants_work, wants_massage_training, graduation_year, graduation_level),
    i.asks.working_age_from as youngest,
    if(r.sex = '女', i.asks.working_age_women_to, i.asks.working_age_men_to) + 1 as too_old
  from standing.residence r
  join reference.plan_indicator i
    on i.counted_in in ('person_rates', 'register_entries')
    and (i.asks.wants_work is null or coalesce(r.wants_work, false) = i.asks.wants_work)
    and (
      i.asks.wants_massage_training is null
      or coalesce(r.wants_massage_training, false) = i.asks.wants_massage_training
    )
    and (i.asks.disability_type is null or r.disability_type = i.asks.disability_type)
    and (i.asks.reached_by is distinct from 'survey' or r.survey_employment is not null)
  semi join marts.reported d on d.unit = r.province_code and d.extract = i.extract
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
