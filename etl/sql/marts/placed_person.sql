select
  p.year,
  p.person_id,
  l.leaf_code,
  l.province_code,
  r.sex,
  r.birth_date,
  r.disability_type,
  r.disability_grade,
  r.household,
  r.education,
  f.employer_kind,
  greatest(p.covered_from, r.from_day, l.from_day) as from_day,
  least(make_date(p.year, 12, 31), r.to_day, l.to_day) as to_day
from standing.placement_first p
join standing.residence r
  on r.person_id = p.person_id
  and r.from_day <= make_date(p.year, 12, 31) and r.to_day >= p.covered_from
join standing.landing l
  on l.code = p.region_code and l.by_corps = (p.unit = '660000')
left join standing.levy_filing f
  on f.unit = p.unit and f.year = p.year and f.credit_code = p.credit_code
semi join marts.reported d
  on d.unit = l.province_code and d.extract = 'placement' and d.year = p.year
where greatest(p.covered_from, r.from_day, l.from_day)
  <= least(make_date(p.year, 12, 31), r.to_day, l.to_day)
