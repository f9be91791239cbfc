-- The records that were withdrawn last: few, so that whether one stands is not asked of all that do.
select unit, person_id, card
from staging.registration
semi join (from staging.registration where is_void) using (unit, person_id, card)
group by unit, person_id, card
having arg_max(is_void, row(submitted_order, line))
