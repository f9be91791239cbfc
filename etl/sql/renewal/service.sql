-- With the rows that share a record's number, which judge whether it stands.
with own as materialized (
  from renewal.service_both semi join renewal.person using (person_id)
),

record as (
  select unit, record_number from own
  union
  select unit, record_number from renewal.service_changed
)

from own
union all
from renewal.service_both
semi join record using (unit, record_number)
anti join own using (file_id, line)
