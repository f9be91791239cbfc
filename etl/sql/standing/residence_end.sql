-- Of the registrations of one person, the day from which a later updated one is in force.
with several as (
  select person_id from standing.registration group by person_id having count(*) > 1
),

ranked as (
  select
    file_id,
    line,
    min(registered_on) over (
      partition by person_id
      order by updated_on desc, submitted_order desc, unit desc, line desc
      rows between unbounded preceding and 1 preceding
    ) as replaced_on
  from standing.registration semi join several using (person_id)
)

from ranked
where replaced_on is not null
