select i.plan, i.indicator, t.person_id, t.ended_on, count(*) as times
from standing.training t
join reference.plan_indicator i
  on i.counted_in = 'training'
  and t.ended_on between i.starts_on and i.deadline
  and t.programme = i.asks.programme
  and (i.asks.is_free is null or t.is_free = i.asks.is_free)
  and (i.asks.is_new is null or coalesce(t.is_new, false) = i.asks.is_new)
where t.person_id is not null
group by i.plan, i.indicator, t.person_id, t.ended_on
