-- Every code that a record may carry: of any year's table or of the successor table, 000000 apart.
with region as (
  select code, level from reference.region_unit where level <> 'nation'
  union all
  select old_code, if(old_code like '%00', 'prefecture', 'county')
  from reference.region_successor
)

select
  code,
  bool_or(level = 'county') as is_county,
  bool_or(level = 'prefecture') as is_prefecture
from region
group by code
