-- Superseded: records replaced or withdrawn since. Retracted: rows that say 作废.
with accepted as (
  select file_id, is_void from staging.registration
  union all
  select file_id, is_void from staging.employment
  union all
  select file_id, is_void from staging.training
  union all
  select file_id, is_void from staging.service
  union all
  select file_id, is_void from staging.levy_filing
  union all
  select file_id, is_void from staging.placement
  union all
  select file_id, is_void from staging.levy_ledger
  union all
  select file_id, is_void from staging.institution
  union all
  select file_id, is_void from staging.target
  union all
  select file_id, is_void from staging.milestone
  union all
  select file_id, is_void from staging.population
  union all
  select file_id, is_void from staging.published
),

kept as (
  select file_id from standing.registration
  union all
  select file_id from standing.employment
  union all
  select file_id from standing.training
  union all
  select file_id from standing.service
  union all
  select file_id from standing.levy_filing
  union all
  select file_id from standing.placement
  union all
  select file_id from standing.levy_ledger
  union all
  select file_id from standing.institution
  union all
  select file_id from standing.target
  union all
  select file_id from standing.milestone
  union all
  select file_id from standing.population
  union all
  select file_id from standing.published
),

accepted_of_file as (
  select file_id, count(*) as accepted, count(*) filter (is_void) as retracted
  from accepted
  group by file_id
),

kept_of_file as (
  select file_id, count(*) as kept from kept group by file_id
)

select
  f.unit,
  f.quarter,
  f.extract,
  count(*) filter (f.fate = 'accepted') as files_accepted,
  count(*) filter (f.fate = 'refused') as files_refused,
  cast(coalesce(sum(f.rows_read), 0) as bigint) as rows_read,
  cast(coalesce(sum(f.rows_accepted), 0) as bigint) as rows_accepted,
  cast(coalesce(sum(f.rows_quarantined), 0) as bigint) as rows_quarantined,
  cast(coalesce(sum(a.accepted - a.retracted - coalesce(k.kept, 0)), 0) as bigint)
    as rows_superseded,
  cast(coalesce(sum(a.retracted), 0) as bigint) as rows_retracted
from staging.file f
left join accepted_of_file a using (file_id)
left join kept_of_file k using (file_id)
where f.unit is not null and f.quarter is not null
group by f.unit, f.quarter, f.extract
