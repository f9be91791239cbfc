select
  file_id,
  line,
  '层级' as column_name,
  '职业能力评估室必须填写层级' as rule,
  cast(null as varchar) as value
from typed.institution
where institution_kind = '职业能力评估室' and not tier_given
