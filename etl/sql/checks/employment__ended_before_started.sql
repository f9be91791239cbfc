select
  file_id,
  line,
  '结束日期' as column_name,
  '结束日期早于开始日期' as rule,
  cast(ended_on as varchar) as value
from typed.employment
where ended_on < started_on
