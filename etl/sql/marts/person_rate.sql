-- Two kinds of rows: a person who is due, and the same person while reached.
select * exclude (counted_in, survey_employment), true as is_due, false as is_reached
from standing.person_due
where counted_in = cast('person_rates' as standing.code)

union all by name

select *, false as is_due, true as is_reached
from standing.person_reached
