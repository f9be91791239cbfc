-- The provinces and prefectures in which an institution of their tier is open.
with opening as (
  select
    i.plan,
    i.indicator,
    i.asks.province_tiers as province_tiers,
    i.asks.prefecture_tiers as prefecture_tiers,
    s.tier,
    l.leaf_code,
    l.province_code,
    greatest(s.founded_on, l.from_day) as from_day,
    least(coalesce(s.closed_on - 1, date '9999-12-31'), l.to_day) as to_day
  from standing.institution s
  join reference.plan_indicator i
    on i.counted_in = 'coverage' and i.asks.institution_kind = s.institution_kind
  join standing.landing l on l.code = s.region_code and l.by_corps = (s.unit = '660000')
),

site as (
  select plan, indicator, province_code as unit_code, from_day, to_day
  from opening
  where list_contains(province_tiers, tier)
  union all
  select
    o.plan, o.indicator, p.prefecture_code,
    greatest(o.from_day, p.from_day), least(o.to_day, p.to_day)
  from opening o join standing.leaf_prefecture p using (leaf_code)
  where list_contains(o.prefecture_tiers, o.tier)
)

from site
where from_day <= to_day
