-- The levy's way: collected, spent by item, and the people placed, where each lies.
select
  year, leaf_code, province_code, direction, item, is_direct, amount, 0 as persons, from_day, to_day
from marts.levy_ledger

union all

select year, leaf_code, province_code, '安排', null, false, 0, count(*), from_day, to_day
from marts.placed_person
group by all
