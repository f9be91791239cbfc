-- With the rows that share a record's number, which judge whether it stands.
with own as materialized (
  select part, place, unit, record_number
  from renewal.training_both
  where coalesce(person_id, trainee_id) in (from renewal.person)
),

record as (
  select unit, record_number from own
  union
  select unit, record_number from renewal.training_changed
)

select part, place from own
union
select part, place from renewal.training_both semi join record using (unit, record_number)
