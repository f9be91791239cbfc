select
  i.plan,
  i.indicator,
  f.year,
  f.unit,
  f.credit_code,
  l.leaf_code,
  l.province_code,
  f.placed_heads >= 1 as places_somebody,
  greatest(f.filed_on, b.from_day, l.from_day) as from_day,
  least(b.to_day, l.to_day) as to_day
from standing.levy_filing f
join reference.plan_indicator i
  on i.counted_in = 'lead_employers' and i.asks.employer_class = f.employer_class
join marts.basis_year b
  on b.plan = i.plan and b.indicator = i.indicator and b.year = f.year
join standing.landing l
  on l.code = f.region_code and l.by_corps = (f.unit = '660000')
semi join marts.reported d
  on d.unit = l.province_code and d.extract = i.extract and d.year = f.year
where greatest(f.filed_on, b.from_day, l.from_day) <= least(b.to_day, l.to_day)
