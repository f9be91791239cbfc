-- Whether a valid spell is open, for everybody who ever had one: each person's states fill all days.
with spell as (
  select distinct person_id, started_on, coalesce(ended_on, date '9999-12-31') as ended_on
  from standing.employment
),

ordered as (
  select
    *,
    max(ended_on) over (
      partition by person_id order by started_on, ended_on
      rows between unbounded preceding and 1 preceding
    ) as reached
  from spell
),

numbered as (
  select
    *,
    count(*) filter (reached is null or reached < started_on - 1) over (
      partition by person_id order by started_on, ended_on rows unbounded preceding
    ) as stretch
  from ordered
),

employed as (
  select person_id, min(started_on) as from_day, max(ended_on) as to_day
  from numbered
  group by person_id, stretch
),

between_them as (
  select
    person_id,
    coalesce(lag(to_day) over by_day + 1, date '0001-01-01') as from_day,
    from_day - 1 as to_day
  from employed
  window by_day as (partition by person_id order by from_day)
  union all
  select person_id, max(to_day) + 1, date '9999-12-31'
  from employed
  group by person_id
  having max(to_day) < date '9999-12-31'
)

select person_id, true as is_employed, from_day, to_day from employed
union all
select person_id, false, from_day, to_day from between_them
