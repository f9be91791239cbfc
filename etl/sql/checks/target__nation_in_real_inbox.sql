select
  file_id,
  line,
  '地区划代码' as column_name,
  '全国目标以计划文件为准，不接受 000000 的任务' as rule,
  region_code as value
from typed.target
where region_code = '000000' and not getvariable('is_demonstration')
