select
  s.unit,
  s.institution_code,
  s.institution_kind,
  s.tier,
  s.capacity,
  l.leaf_code,
  l.province_code,
  greatest(s.founded_on, l.from_day) as from_day,
  least(coalesce(s.closed_on - 1, date '9999-12-31'), l.to_day) as to_day
from standing.institution s
join standing.landing l on l.code = s.region_code and l.by_corps = (s.unit = '660000')
semi join marts.reported d on d.unit = l.province_code and d.extract = 'institution'
where greatest(s.founded_on, l.from_day)
  <= least(coalesce(s.closed_on - 1, date '9999-12-31'), l.to_day)
