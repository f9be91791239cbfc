-- Of the registrations of one person, the day from which a later updated one is in force. Whether one
-- stands is asked only of those few of people with several.
with several as (
  select file_id, line, person_id, registered_on, updated_on, submitted_order, unit
  from staging.registration
  where not is_void
    and hash(person_id) in (select person from standing.person_several where is_of_records)
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
  from several anti join standing.registration_replaced using (file_id, line)
)

from ranked
where replaced_on is not null
