-- A filing from 申报日期 to the end of its year, with the people placed by each day, where it lies.
with filing as (
  select
    *,
    greatest(filed_on, make_date(year, 1, 1)) as from_day,
    make_date(year, 12, 31) as to_day
  from standing.levy_filing
  where filed_on <= make_date(year, 12, 31)
),

first_count as (
  select unit, year, credit_code, min(from_day) as first_day
  from standing.placement_count
  group by all
),

counted as (
  select f.*, 0 as heads, 0 as weighted, f.from_day as counts_from,
    coalesce(c.first_day - 1, f.to_day) as counts_to
  from filing f left join first_count c using (unit, year, credit_code)
  union all by name
  select f.*, c.heads, c.weighted, greatest(f.from_day, c.from_day) as counts_from,
    c.to_day as counts_to
  from filing f join standing.placement_count c using (unit, year, credit_code)
)

select
  c.* exclude (from_day, to_day, counts_from, counts_to),
  l.leaf_code,
  l.province_code,
  greatest(c.counts_from, l.from_day) as from_day,
  least(c.counts_to, l.to_day) as to_day
from counted c
join standing.landing l
  on l.code = c.region_code and l.by_corps = (c.unit = '660000')
  and l.from_day <= c.counts_to and l.to_day >= c.counts_from
semi join marts.reported d
  on d.unit = l.province_code and d.extract = 'levy_filing' and d.year = c.year
where c.counts_from <= c.counts_to
