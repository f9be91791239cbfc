select
  file_id,
  line,
  '地区划代码' as column_name,
  '持证残疾人基数应按县级单位、不设县的地级市或 660000 报送' as rule,
  region_code as value
from typed.population
where region_code <> '660000'
  and region_code not in (select code from reference.valid_region where is_county or is_childless)
