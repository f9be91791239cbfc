-- The last day of a converting spell with those that directly follow it; an earlier one that is still
-- open does not lengthen it.
with spell as (
  select distinct plan, indicator, person_id, converted_on as started_on
  from standing.training_without_work
  where counted_in = 'stability' and converted_on is not null
),

following as (
  select
    s.plan, s.indicator, s.person_id, s.started_on,
    e.started_on as next_on,
    coalesce(e.ended_on, date '9999-12-31') as ended_on
  from spell s
  join standing.employment e on e.person_id = s.person_id and e.started_on >= s.started_on
),

against_earlier as (
  select
    *,
    max(ended_on) over (
      partition by plan, indicator, person_id, started_on order by next_on, ended_on
      rows between unbounded preceding and 1 preceding
    ) as reached
  from following
),

interrupted as (
  select plan, indicator, person_id, started_on, min(next_on) as stops_before
  from against_earlier
  where reached < next_on - 1
  group by all
)

select f.plan, f.indicator, f.person_id, f.started_on, max(f.ended_on) as last_day
from following f
left join interrupted i using (plan, indicator, person_id, started_on)
where i.stops_before is null or f.next_on < i.stops_before
group by all
