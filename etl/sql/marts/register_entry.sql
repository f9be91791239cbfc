-- Who is in the register beside how many hold a certificate: of the latest year that is known by the day.
select
  q.plan, q.indicator, d.person_id, d.leaf_code, d.province_code, 1 as registered, 0 as holders,
  d.from_day, d.to_day
from standing.person_due d
join standing.due_question q using (question)
where q.counted_in = 'register_entries'

union all

select
  b.plan, b.indicator, null, l.leaf_code, l.province_code, 0, p.working_age_holders,
  greatest(b.from_day, l.from_day), least(b.to_day, l.to_day)
from standing.population p
join marts.basis_year b using (year)
join reference.plan_indicator i
  on i.plan = b.plan and i.indicator = b.indicator and i.counted_in = 'register_entries'
join standing.landing l
  on l.code = p.region_code and not l.by_corps
  and l.from_day <= b.to_day and l.to_day >= b.from_day
semi join marts.reported d on d.unit = l.province_code and d.extract = i.extract
