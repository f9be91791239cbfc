-- Duplicates between provinces, two by two, the lower code first: a row for each placement row (gross)
-- and one for each person (net), from the day on which both provinces have one.
with pair as (
  select
    a.year,
    a.person_id,
    a.is_military,
    a.province_code,
    b.province_code as other_province_code,
    greatest(a.from_day, b.from_day) as from_day
  from (
    select year, person_id, is_military, province_code, min(from_day) as from_day
    from marts.duplicate_placement
    group by all
  ) a
  join (
    select year, person_id, province_code, min(from_day) as from_day
    from marts.duplicate_placement
    group by all
  ) b on b.year = a.year and b.person_id = a.person_id and b.province_code > a.province_code
)

select
  p.year, p.is_military, p.province_code, p.other_province_code, 1 as placements, 0 as persons,
  greatest(p.from_day, d.from_day) as from_day, d.to_day
from pair p
join marts.duplicate_placement d
  on d.year = p.year and d.person_id = p.person_id
  and d.province_code in (p.province_code, p.other_province_code)
  and d.to_day >= p.from_day

union all

select
  year, is_military, province_code, other_province_code, 0, 1,
  from_day, make_date(year, 12, 31)
from pair
