-- Provinces and prefectures that must have an institution of their own tier: those there are on the day.
select i.plan, i.indicator, u.code as unit_code, u.valid_from as from_day, u.valid_to as to_day
from standing.region_unit u
join marts.region r on r.leaf_code = u.code || '-self'
join reference.plan_indicator i
  on i.counted_in = 'coverage'
  and (
    (u.level = 'province' and i.asks.province_tiers is not null)
    or (u.level = 'prefecture' and i.asks.prefecture_tiers is not null)
  )
where exists (from marts.reported d where d.unit = r.province_code and d.extract = i.extract)
