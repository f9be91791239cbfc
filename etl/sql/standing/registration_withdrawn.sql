-- The records that were withdrawn last: few, so that whether one stands is not asked of all that do.
select distinct unit, record_key
from staging.registration
where is_void
  and not exists (
    from standing.registration r
    where r.unit = registration.unit and r.record_key = registration.record_key
  )
