-- Superseded: records replaced or withdrawn since. Retracted: rows that say 作废.
select
  f.unit,
  f.quarter,
  f.extract,
  count(*) filter (f.fate = 'accepted') as files_accepted,
  count(*) filter (f.fate = 'refused') as files_refused,
  cast(coalesce(sum(f.rows_read), 0) as bigint) as rows_read,
  cast(coalesce(sum(f.rows_accepted), 0) as bigint) as rows_accepted,
  cast(coalesce(sum(f.rows_quarantined), 0) as bigint) as rows_quarantined,
  cast(coalesce(sum(r.accepted - r.retracted - r.standing), 0) as bigint) as rows_superseded,
  cast(coalesce(sum(r.retracted), 0) as bigint) as rows_retracted
from staging.file f
left join standing.file_rows r using (file_id)
where f.unit is not null and f.quarter is not null
group by f.unit, f.quarter, f.extract
