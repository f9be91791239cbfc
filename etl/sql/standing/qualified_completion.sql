-- The completions of a day that satisfy the conditions, judged by the registration of the day.
with judged as (
  select c.*, v.unit, v.region_code, v.household, v.poverty_registered
  from standing.completion c
  asof join standing.registration_version v
    on c.person_id = v.person_id and c.ended_on >= v.judges_from
)

select
  j.plan,
  j.indicator,
  j.person_id,
  j.ended_on as completed_on,
  j.times,
  row_number() over (partition by j.plan, j.indicator, j.person_id order by j.ended_on) = 1 as is_first,
  j.unit,
  j.region_code
from judged j
join reference.plan_indicator i using (plan, indicator)
join standing.landing l
  on l.code = j.region_code and l.by_corps = (j.unit = '660000')
  and j.ended_on between l.from_day and l.to_day
where (i.asks.household is null or j.household = i.asks.household)
  and (
    i.asks.poverty_registered is null
    or coalesce(j.poverty_registered, false) = i.asks.poverty_registered
  )
  and (
    i.scope_scheme is null
    or exists (
      from reference.indicator_scope s
      where s.plan = j.plan and s.indicator = j.indicator and s.province_code = l.province_code
    )
  )
