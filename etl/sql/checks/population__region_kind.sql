-- Counties come and go: a prefecture is asked what it had on the last day of the row's year, or on the day
-- it existed that is nearest to it; one older than the tables, what its successor had.
with prefecture as (
  select code, code as unit_code from reference.region_unit where level = 'prefecture'
  union
  select old_code, new_code
  from reference.region_successor
  where old_code not in (select code from reference.region_unit)
),

asked as (
  select
    p.file_id,
    p.line,
    u.code as unit_code,
    greatest(
      least(make_date(p.year, 12, 31), max(coalesce(u.valid_to, date '9999-12-31'))),
      min(u.valid_from)
    ) as day
  from typed.population p
  join prefecture f on f.code = p.region_code
  join reference.region_unit u on u.code = f.unit_code
  group by p.file_id, p.line, p.year, u.code
)

select
  p.file_id,
  p.line,
  '地区划代码' as column_name,
  '持证残疾人基数应按县级单位、不设县的地级市或 660000 报送' as rule,
  p.region_code as value
from typed.population p
join reference.valid_region r on r.code = p.region_code
where p.region_code <> '660000'
  and not r.is_county
  and not (
    r.is_prefecture
    and not exists (
      from asked a
      join reference.region_unit c
        on c.level = 'county'
        and c.parent_code = a.unit_code
        and a.day between c.valid_from and coalesce(c.valid_to, date '9999-12-31')
      where a.file_id = p.file_id and a.line = p.line
    )
  )
