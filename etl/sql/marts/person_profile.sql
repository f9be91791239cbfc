-- Of whom the shares in person_rate are counted, at each quarter's end, by all their attributes: to the
-- province and for these days only, as no mart could hold them for every county and day. Quarters are
-- numbered one after the other; a state adds to the first whose end it holds and leaves after the last.
-- Whoever is born in one quarter is of one age at each quarter's end.
with quarter_end as (
  select day, year(day) * 4 + quarter(day) as number
  from marts.as_of
  where is_quarter_end
    and day between (select min(starts_on) from reference.plan_indicator) and getvariable('as_of')
),

band as (
  select
    born,
    age_band(make_date(born // 12, born % 12 + 1, 1), day) as age_band,
    min(number) as first,
    max(number) as last
  from (select distinct (year(birth_date) * 4 + quarter(birth_date) - 1) * 3 as born from standing.person_due)
  cross join quarter_end
  group by all
),

state as (
  select
    * exclude (from_day, to_day),
    (year(birth_date) * 4 + quarter(birth_date) - 1) * 3 as born,
    year(from_day) * 4 + quarter(from_day) as first,
    year(to_day + 1) * 4 + quarter(to_day + 1) - 1 as last
  from marts.person_rate
),

step as (
  select
    plan, indicator, province_code, sex, disability_type, disability_grade, household, education,
    age_band, is_due, is_reached, sign,
    if(sign > 0, greatest(s.first, b.first), least(s.last, b.last) + 1) as number
  from state s
  join band b on b.born is not distinct from s.born and b.first <= s.last and b.last >= s.first
  cross join (values (1), (-1)) as side(sign)
  where greatest(s.first, b.first) <= least(s.last, b.last)
),

change as (
  select
    * exclude (is_due, is_reached, sign),
    sum(cast(is_due as integer) * sign) as due,
    sum(cast(is_reached as integer) * sign) as reached
  from step
  where number in (select number from quarter_end)
  group by all
),

running as (
  select
    * exclude (due, reached),
    lead(number) over so_far as until,
    sum(due) over so_far as persons_due,
    sum(reached) over so_far as persons_reached
  from change
  window so_far as (
    partition by
      plan, indicator, province_code, sex, disability_type, disability_grade, household, education,
      age_band
    order by number
  )
)

select
  plan,
  indicator,
  q.day as quarter_end,
  province_code,
  sex,
  disability_type,
  disability_grade,
  household,
  education,
  age_band,
  cast(persons_due as integer) as persons_due,
  cast(persons_reached as integer) as persons_reached
from running r
join quarter_end q on q.number >= r.number and (r.until is null or q.number < r.until)
where persons_due > 0 or persons_reached > 0
