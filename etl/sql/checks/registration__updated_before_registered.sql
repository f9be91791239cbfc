select
  file_id,
  line,
  '更新日期' as column_name,
  '更新日期早于登记日期' as rule,
  cast(updated_on as varchar) as value
from typed.registration
where updated_on < registered_on
