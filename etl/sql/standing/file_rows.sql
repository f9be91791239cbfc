-- What became of the rows of each file that were accepted; retracted are those that say 作废.
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
)

select file_id, accepted, retracted, coalesce(standing, 0) as standing
from (
  select file_id, count(*) as accepted, count(*) filter (is_void) as retracted
  from accepted
  group by file_id
)
left join (select file_id, count(*) as standing from kept group by file_id) using (file_id)
