-- The prefecture that a leaf belongs to, by the day; before its first day and between two the nearest.
with county as (
  select
    code as leaf_code,
    parent_code as prefecture_code,
    if(row_number() over by_day = 1, date '1900-01-01', valid_from) as from_day,
    coalesce(lead(valid_from) over by_day - 1, date '9999-12-31') as to_day
  from standing.region_unit
  where level = 'county'
  window by_day as (partition by code order by valid_from)
)

select c.*
from county c
semi join standing.region_unit p on p.code = c.prefecture_code and p.level = 'prefecture'

union all

select distinct code || '-self', code, date '1900-01-01', date '9999-12-31'
from standing.region_unit
where level = 'prefecture'
