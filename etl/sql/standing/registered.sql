-- Since when a person who was trained or placed has a standing registration.
select person_id, min(registered_on) as registered_from
from standing.registration semi join standing.followed using (person_id)
group by person_id
