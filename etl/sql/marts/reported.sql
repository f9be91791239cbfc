select distinct unit, extract, cast(null as smallint) as year
from staging.file
where fate = 'accepted'
  and extract in ('registration', 'employment', 'training', 'service', 'institution', 'target')

union all
select distinct unit, 'placement', year from staging.placement
union all
select distinct unit, 'levy_filing', year from staging.levy_filing
union all
select distinct unit, 'levy_ledger', year from staging.levy_ledger where not is_void
union all
select distinct unit, 'milestone', year from staging.milestone where not is_void
union all
select distinct unit, 'population', year from staging.population where not is_void
union all
select distinct unit, 'published', year from staging.published where not is_void
