-- What people are grouped by, as a type: numbers take a third of the time of texts to write, join and
-- group. In order, so that it compares as the text does. etl/publish.ts makes text of it again.
select code
from (
  select unnest([plan, indicator, counted_in]) as code from reference.plan_indicator
  union
  select unnest([leaf_code, province_code]) from marts.region
  union
  select unnest(['男', '女', '城镇', '农村', '已就业', '未就业'])
)
order by code
