-- Of whom the shares in person_rate are counted, at each quarter's end, by all their attributes: to the
-- province and for these days only, as no mart could hold them for every county and day.
with quarter_end as (
  select day
  from marts.as_of
  where is_quarter_end
    and day between (select min(starts_on) from reference.plan_indicator) and getvariable('as_of')
)

select
  plan,
  indicator,
  q.day as quarter_end,
  province_code,
  sex,
  disability_type,
  disability_grade,
  household,
  education,
  age_band(birth_date, q.day) as age_band,
  cast(count(*) filter (is_due) as integer) as persons_due,
  cast(count(*) filter (is_reached) as integer) as persons_reached
from marts.person_rate
join quarter_end q on q.day between from_day and to_day
group by all
