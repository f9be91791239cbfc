-- Of each file what was counted of it before, and what the affected rows make different; the files of
-- small extracts are counted whole.
with past as (
  from past.standing.file_rows
  where file_id in (select file_id from renewal.file_before)
)

select
  file_id,
  sum(accepted) as accepted,
  sum(retracted) as retracted,
  sum(standing) as standing
from (
  from renewal.file_before
  union all by name
  from present.standing.file_rows
  union all by name
  select file_id, -accepted as accepted, -retracted as retracted, -standing as standing
  from past
)
group by file_id
having sum(accepted) <> 0
