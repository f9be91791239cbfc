-- With the rows that share a record's number, which judge whether it stands.
with own as materialized (
  from renewal.employment_both
  where person_id in (from renewal.person union all from renewal.member)
),

record as (
  select unit, record_number from own
  union
  select unit, record_number from renewal.employment_changed
)

from own
union all
from renewal.employment_both
semi join record using (unit, record_number)
anti join own using (file_id, line)
