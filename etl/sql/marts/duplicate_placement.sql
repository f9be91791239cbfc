-- Valid placements of a person who has some of the year in two or more provinces, from the day on which
-- both are there; each where it lies. A soldier has no registration, anybody else needs one.
with scattered as (
  select year, person_id
  from standing.placement_valid
  group by year, person_id
  having min(region_code) <> max(region_code) or min(unit) <> max(unit)
),

lying as (
  select
    p.year,
    p.person_id,
    p.is_military,
    p.credit_code,
    l.leaf_code,
    l.province_code,
    greatest(p.covered_from, l.from_day, coalesce(r.registered_from, l.from_day)) as from_day,
    least(p.covered_to, l.to_day) as to_day
  from standing.placement_valid p
  semi join scattered s on s.year = p.year and s.person_id = p.person_id
  join standing.landing l
    on l.code = p.region_code and l.by_corps = (p.unit = '660000')
    and l.from_day <= p.covered_to and l.to_day >= p.covered_from
  left join standing.registered r using (person_id)
  where p.is_military or r.person_id is not null
),

province as (
  select year, person_id, province_code, min(from_day) as from_day
  from lying
  where from_day <= to_day
  group by all
),

elsewhere as (
  select a.year, a.person_id, a.province_code, min(b.from_day) as from_day
  from province a
  join province b
    on b.year = a.year and b.person_id = a.person_id and b.province_code <> a.province_code
  group by all
)

select
  l.year,
  l.person_id,
  l.is_military,
  l.credit_code,
  l.leaf_code,
  l.province_code,
  greatest(l.from_day, e.from_day) as from_day,
  l.to_day
from lying l
join elsewhere e using (year, person_id, province_code)
semi join marts.reported d
  on d.unit = l.province_code and d.extract = 'placement' and d.year = l.year
where greatest(l.from_day, e.from_day) <= l.to_day
