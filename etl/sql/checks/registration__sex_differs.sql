select file_id, line, '性别' as column_name, '性别与残疾人证号第 17 位不一致' as rule, sex as value
from typed.registration
where certificate is not null
  and sex <> if(substr(certificate, 17, 1) in ('1', '3', '5', '7', '9'), '男', '女')
