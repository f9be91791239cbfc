select
  file_id,
  line,
  '合同结束日期' as column_name,
  '合同结束日期早于合同开始日期' as rule,
  cast(contract_ended_on as varchar) as value
from typed.placement
where contract_ended_on < contract_started_on
