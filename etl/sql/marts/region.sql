-- One row a leaf, as it is on the snapshot's as-of day or, if it is not, as it was nearest to it.
with unit as (
  from standing.region_unit
  where level <> 'nation'
  qualify row_number() over (
    partition by code
    order by
      valid_from > getvariable('as_of'),
      if(valid_from > getvariable('as_of'), null, valid_from) desc,
      valid_from
  ) = 1
),

mixed as (
  select distinct parent_code as province_code from unit where level = 'prefecture'
),

parented as (
  select
    u.code,
    u.name,
    u.level,
    u.kind,
    if(u.level = 'prefecture', u.code, if(p.level = 'prefecture', p.code, null)) as prefecture_code,
    case
      when u.level = 'province' then u.code
      when p.level = 'province' then p.code
      else p.parent_code
    end as province_code,
    exists (from standing.region_unit c where c.parent_code = u.code) as has_children
  from unit u left join unit p on p.code = u.parent_code
)

select
  if(level = 'county', code, code || '-self') as leaf_code,
  if(level = 'county' or not has_children, name, name || '本级') as leaf_name,
  if(level = 'county', kind, '本级') as kind,
  case
    when level <> 'county' or prefecture_code is not null then prefecture_code
    when province_code in (select province_code from mixed) then left(province_code, 2) || '9000'
  end as prefecture_code,
  province_code
from parented
