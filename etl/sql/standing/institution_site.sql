select
  i.institution_kind,
  l.leaf_code,
  greatest(i.founded_on, l.from_day) as from_day,
  least(coalesce(i.closed_on - 1, date '9999-12-31'), l.to_day) as to_day
from standing.institution i
join standing.landing l
  on l.code = i.region_code and l.by_corps = (i.unit = '660000')
where greatest(i.founded_on, l.from_day)
  <= least(coalesce(i.closed_on - 1, date '9999-12-31'), l.to_day)
