-- Every code that a record may carry: of any year's table or of the successor table.
with parent as (
  select distinct parent_code as code from reference.region_unit where level = 'county'
),

code as (
  select code, level from reference.region_unit
  union all
  select old_code, if(old_code like '%00', 'prefecture', 'county')
  from reference.region_successor
)

select
  code,
  bool_or(level = 'county') as is_county,
  bool_or(level = 'prefecture') and code not in (select code from parent) as is_childless
from code
group by code
