select
  file_id,
  line,
  '学员编号' as column_name,
  '残疾人证号与学员编号只能填写一个' as rule,
  masked(trainee_number) as value
from typed.training
where certificate_given and trainee_number_given
