-- How many trainings each unit has sent under an institution's code.
select unit, institution_code, count(*) as trainings
from standing.training
group by unit, institution_code
