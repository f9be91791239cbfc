-- The records that were withdrawn last: few, so that whether one stands is not asked of all that do.
select unit, record_key
from staging.registration
semi join (from staging.registration where is_void) using (unit, record_key)
group by unit, record_key
having arg_max(is_void, row(submitted_order, line))
