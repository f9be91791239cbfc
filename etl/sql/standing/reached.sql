-- The days on which somebody of whom a share is counted is among those reached.
select i.plan, i.indicator, s.person_id, min(s.served_on) as from_day, date '9999-12-31' as to_day
from standing.service s
join reference.plan_indicator i
  on i.asks.reached_by = 'service'
  and list_contains(i.asks.service_kinds, s.service_kind)
  and s.served_on between i.starts_on and i.deadline
group by i.plan, i.indicator, s.person_id

union all

select i.plan, i.indicator, t.person_id, min(t.ended_on), date '9999-12-31'
from standing.training t
join reference.plan_indicator i
  on i.asks.reached_by = 'training'
  and list_contains(i.asks.programmes, t.programme)
  and t.ended_on between i.starts_on and i.deadline
where t.person_id is not null
group by i.plan, i.indicator, t.person_id

union all

select
  i.plan, i.indicator, v.person_id, min(v.updated_on),
  cast(date_trunc('quarter', v.updated_on) + interval 3 month as date) - 1
from staging.registration v
semi join standing.registration using (unit, record_key)
join reference.plan_indicator i on i.asks.reached_by = 'update'
where not v.is_void
group by i.plan, i.indicator, v.person_id, date_trunc('quarter', v.updated_on)
