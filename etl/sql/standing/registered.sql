-- Since when a person who was trained or placed has a standing registration.
select person_id, min(registered_on) as registered_from
from standing.followed_registration anti join standing.registration_replaced using (file_id, line)
group by person_id
