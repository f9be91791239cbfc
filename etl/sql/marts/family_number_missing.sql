-- Said to be in a household without work or in a poor one, but of no household number: not counted.
select unit, count(distinct person_id) as persons
from standing.registration
where family_id is null
  and (coalesce(zero_employment, false) or coalesce(minimum_living, false))
group by unit
