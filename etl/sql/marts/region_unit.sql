-- The regions of the tree: the tables' own, a 省直管 row for the counties straight below a province
-- that also has prefectures, and the 本级 leaves on which a record fell.
with unit as (
  select u.* replace (if(r.prefecture_code like '__9000', r.prefecture_code, u.parent_code) as parent_code)
  from standing.region_unit u left join marts.region r on r.leaf_code = u.code
),

used as (
  select leaf_code from marts.self_residence
  union
  select l.leaf_code
  from standing.institution i
  join standing.landing l on l.code = i.region_code and l.by_corps = (i.unit = '660000')
  where l.leaf_code like '%-self'
  union
  select leaf_code from marts.placed_person where leaf_code like '%-self'
  union
  select leaf_code from marts.trained_person where leaf_code like '%-self'
  union
  select leaf_code from marts.trained_staff where leaf_code like '%-self'
  union
  select leaf_code from marts.lead_employer where leaf_code like '%-self'
  union
  select leaf_code from marts.register_entry where leaf_code like '%-self'
  union
  select leaf_code from marts.household where leaf_code like '%-self'
  union
  select leaf_code from marts.levy_ledger where leaf_code like '%-self'
  union
  select leaf_code from marts.levy_filing where leaf_code like '%-self'
  union
  select leaf_code from marts.rated_training where leaf_code like '%-self'
)

select code, name, level, kind, parent_code, valid_from, valid_to from unit

union all

select
  parent_code, '省直管', 'prefecture', '省直管', left(parent_code, 2) || '0000',
  min(valid_from), max(valid_to)
from unit
where parent_code like '__9000'
group by parent_code

union all

select r.leaf_code, r.leaf_name, 'county', r.kind, u.code, min(u.valid_from), max(u.valid_to)
from used
join marts.region r using (leaf_code)
join standing.region_unit u on u.code = left(r.leaf_code, 6)
group by r.leaf_code, r.leaf_name, r.kind, u.code
