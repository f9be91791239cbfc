select
  file_id,
  line,
  '安排残疾人数' as column_name,
  '安排残疾人数大于在职职工人数（' || employees || '）' as rule,
  cast(placed_heads as varchar) as value
from typed.levy_filing
where placed_heads > employees
