-- Every row of those who were trained or placed, also a replaced one: few, so that the statement that
-- tells which of them stand has room for what was replaced.
select file_id, line, person_id, registered_on
from staging.registration semi join standing.followed using (person_id)
where not is_void
