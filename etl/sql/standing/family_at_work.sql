-- The stretches of days on which at least one member of a household is in work.
with member as materialized (
  select family_id, person_id, registered_on
  from standing.registration
  semi join standing.family using (family_id)
),

spell as (
  select distinct
    m.family_id,
    greatest(m.registered_on, s.from_day) as from_day,
    s.to_day
  from member m
  join standing.employment_state s
    on s.person_id = m.person_id and s.is_employed and s.to_day >= m.registered_on
),

ordered as (
  select
    *,
    max(to_day) over (
      partition by family_id order by from_day, to_day
      rows between unbounded preceding and 1 preceding
    ) as reached
  from spell
),

numbered as (
  select
    *,
    count(*) filter (reached is null or reached < from_day - 1) over (
      partition by family_id order by from_day, to_day rows unbounded preceding
    ) as stretch
  from ordered
)

select family_id, min(from_day) as from_day, max(to_day) as to_day
from numbered
group by family_id, stretch
