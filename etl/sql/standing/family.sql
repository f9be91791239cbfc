-- A household is the registrations of one unit with one number: due from the day on which a member said
-- to be without work or poor is registered, where the member registered first lies.
with member as (
  select
    *,
    coalesce(zero_employment, false) or coalesce(minimum_living, false) as is_flagged
  from standing.registration
  where family_id is not null
)

select
  unit,
  family_id,
  arg_min(region_code, row(registered_on, family_place, card)) as region_code,
  min(registered_on) filter (is_flagged) as flagged_on
from member
group by unit, family_id
having bool_or(is_flagged)
