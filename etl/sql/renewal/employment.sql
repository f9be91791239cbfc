-- With the rows that share a record's number, which judge whether it stands.
with own as materialized (
  select part, place, unit, record_number
  from renewal.employment_both
  where person_id in (from renewal.person union all from renewal.member)
),

record as (
  select unit, record_number from own
  union
  select unit, record_number from renewal.employment_changed
)

select part, place from own
union
select part, place from renewal.employment_both semi join record using (unit, record_number)
