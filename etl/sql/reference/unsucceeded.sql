-- Codes that are gone and have no known successor: records under them stay there and are listed.
select code
from reference.region_unit
anti join (select old_code as code from reference.region_successor) using (code)
group by code
having bool_and(valid_to is not null)
