-- Rows that a later one of their unit replaces or withdraws, and those that withdraw. Candidates are found
-- by a hash, which takes a fraction of the memory of the key.
with repeated as (
  select hash(unit, record_key) as key from staging.registration group by all having count(*) > 1
)

select file_id, line
from staging.registration
where hash(unit, record_key) in (select key from repeated)
qualify is_void
  or row_number() over (
    partition by unit, record_key order by submitted_order desc, line desc
  ) > 1
