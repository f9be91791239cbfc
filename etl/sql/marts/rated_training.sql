-- Trainings of any kind that carry a 满意度, where they took place; those of certificate holders only
-- while these are registered, those of staff always.
with rated as (
  select
    i.plan,
    i.indicator,
    i.extract,
    t.*,
    t.satisfaction >= i.asks.satisfied_from as is_satisfied,
    greatest(t.ended_on, coalesce(r.registered_from, t.ended_on)) as counts_from,
    make_date(year(t.ended_on), 12, 31) as counts_to
  from standing.training t
  join reference.plan_indicator i on i.counted_in = 'satisfaction'
  left join standing.registered r using (person_id)
  where t.satisfaction is not null and (t.person_id is null or r.person_id is not null)
)

select
  r.plan,
  r.indicator,
  cast(year(r.ended_on) as smallint) as year,
  l.leaf_code,
  l.province_code,
  r.programme,
  r.unit as institution_unit,
  r.institution_code,
  r.is_satisfied,
  greatest(r.counts_from, l.from_day) as from_day,
  least(r.counts_to, l.to_day) as to_day
from rated r
join standing.landing l
  on l.code = r.region_code and l.by_corps = (r.unit = '660000')
  and l.from_day <= r.counts_to and l.to_day >= r.counts_from
semi join marts.reported d on d.unit = l.province_code and d.extract = r.extract
where r.counts_from <= r.counts_to
