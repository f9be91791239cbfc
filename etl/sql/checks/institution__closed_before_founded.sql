select
  file_id,
  line,
  '停办日期' as column_name,
  '停办日期早于成立日期' as rule,
  cast(closed_on as varchar) as value
from typed.institution
where closed_on < founded_on
