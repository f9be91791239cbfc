-- Counties come and go: a prefecture is asked what it had on the last day of the row's year.
with holding as (
  select p.file_id, p.line, count(c.code) as counties
  from typed.population p
  left join reference.region_unit c
    on c.level = 'county'
    and c.parent_code = p.region_code
    and make_date(p.year, 12, 31) between c.valid_from and coalesce(c.valid_to, date '9999-12-31')
  group by p.file_id, p.line
)

select
  p.file_id,
  p.line,
  '地区划代码' as column_name,
  '持证残疾人基数应按县级单位、不设县的地级市或 660000 报送' as rule,
  p.region_code as value
from typed.population p
join holding h using (file_id, line)
join reference.valid_region r on r.code = p.region_code
where p.region_code <> '660000'
  and not r.is_county
  and not (r.is_prefecture and h.counties = 0)
