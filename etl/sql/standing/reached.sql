-- The days on which somebody of whom a share is counted is among those reached: by a service or a
-- training to the end of the plan, or of the year for what each year asks anew.
with asked as (
  select
    * replace (cast(plan as standing.code) as plan, cast(indicator as standing.code) as indicator)
  from reference.plan_indicator
)

select
  i.plan, i.indicator, s.person_id, min(s.served_on) as from_day,
  if(i.period = 'year', make_date(year(min(s.served_on)), 12, 31), date '9999-12-31') as to_day
from standing.service s
join asked i
  on i.asks.reached_by = 'service'
  and list_contains(i.asks.service_kinds, s.service_kind)
  and s.served_on between i.starts_on and i.deadline
group by
  i.plan, i.indicator, i.period, s.person_id, if(i.period = 'year', year(s.served_on), null)

union all

select
  i.plan, i.indicator, t.person_id, min(t.ended_on),
  if(i.period = 'year', make_date(year(min(t.ended_on)), 12, 31), date '9999-12-31')
from standing.training t
join asked i
  on i.asks.reached_by = 'training'
  and list_contains(i.asks.programmes, t.programme)
  and t.ended_on between i.starts_on and i.deadline
where t.person_id is not null
group by
  i.plan, i.indicator, i.period, t.person_id, if(i.period = 'year', year(t.ended_on), null)

union all

select
  i.plan, i.indicator, v.person_id, min(v.updated_on),
  cast(date_trunc('quarter', v.updated_on) + interval 3 month as date) - 1
from staging.registration v
anti join standing.registration_withdrawn using (unit, person_id, card)
join asked i on i.asks.reached_by = 'update'
where not v.is_void
group by i.plan, i.indicator, v.person_id, date_trunc('quarter', v.updated_on)
