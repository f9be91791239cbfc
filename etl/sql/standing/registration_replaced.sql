-- Rows that a later one of their unit replaces or withdraws, and those that withdraw.
select file_id, line
from staging.registration
where hash(person_id) in (select person from standing.person_several)
qualify is_void
  or row_number() over (
    partition by unit, person_id, card order by submitted_order desc, line desc
  ) > 1
