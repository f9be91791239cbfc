-- Since when a person has a standing registration.
select person_id, min(registered_on) as registered_from
from standing.registration
group by person_id
