-- Of the registrations of one person, the day from which a later updated one is in force.
with ranked as (
  select
    file_id,
    line,
    min(registered_on) over (
      partition by person_id
      order by updated_on desc, submitted_order desc, unit desc, line desc
      rows between unbounded preceding and 1 preceding
    ) as replaced_on
  from standing.registration
  where hash(person_id) in (select person from standing.person_several where is_of_records)
)

from ranked
where replaced_on is not null
