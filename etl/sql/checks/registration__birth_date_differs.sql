select
  file_id,
  line,
  '出生日期' as column_name,
  '出生日期与残疾人证号中的不一致' as rule,
  cast(birth_date as varchar) as value
from typed.registration
where birth_date <> certificate_birth(certificate)
