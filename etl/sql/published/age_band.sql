-- The band of the age in full years on a day; who was born on 29 February is a year older on 1 March of a
-- common year.
create or replace macro age_band(birth_date, day) as case
  when date_sub('year', birth_date, day) < 16 then '16 岁以下'
  when date_sub('year', birth_date, day) < 25 then '16–24 岁'
  when date_sub('year', birth_date, day) < 35 then '25–34 岁'
  when date_sub('year', birth_date, day) < 45 then '35–44 岁'
  when date_sub('year', birth_date, day) < 55 then '45–54 岁'
  when date_sub('year', birth_date, day) < 60 then '55–59 岁'
  else '60 岁及以上'
end
