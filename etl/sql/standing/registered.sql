-- Since when a person who was trained or placed has a standing registration.
with asked as (
  select person_id from standing.training
  union
  select person_id from standing.placement
)

select person_id, min(registered_on) as registered_from
from standing.registration semi join asked using (person_id)
group by person_id
