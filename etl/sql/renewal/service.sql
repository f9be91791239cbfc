-- With the rows that share a record's number, which judge whether it stands.
with own as materialized (
  select part, place, unit, record_number
  from renewal.service_both semi join renewal.person using (person_id)
),

record as (
  select unit, record_number from own
  union
  select unit, record_number from renewal.service_changed
)

select part, place from own
union
select part, place from renewal.service_both semi join record using (unit, record_number)
