select
  file_id,
  line,
  '残疾人证号' as column_name,
  '残疾人证号与学员编号应填写一个' as rule,
  cast(null as varchar) as value
from typed.training
where not certificate_given and not trainee_number_given and not is_void
