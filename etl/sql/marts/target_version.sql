-- Every accepted task as it was submitted, and the submission that took its place: null while it
-- stands. Under the code it was given for and under those in which that one lands.
with version as (
  select
    t.file_id,
    t.line,
    t.unit,
    t.quarter,
    f.path,
    t.plan,
    t.indicator,
    t.region_code as stated_code,
    if(t.unit = '000000', 'national', 'own') as set_by,
    t.year,
    cast(
      if(i.kind in ('rate', 'coverage', 'milestone'), t.target_value * 0.01, t.target_value) as double
    ) as target_value,
    t.document_number,
    t.binding_nature,
    t.effective_on,
    lead(t.quarter) over successive as superseded_in,
    lead(f.path) over successive as superseded_by
  from staging.target t
  join staging.file f using (file_id)
  join reference.plan_indicator i using (plan, indicator)
  where t.unit = '000000'
    or exists (
      from standing.landing l
      where l.code = t.region_code and not l.by_corps and l.province_code = t.unit
    )
  window successive as (
    partition by t.unit, t.plan, t.indicator, t.region_code, t.year
    order by t.submitted_order, t.line
  )
),

landed as (
  select *, stated_code as region_code from version

  union all

  select v.*, replace(l.leaf_code, '-self', '')
  from version v
  join marts.region_landing l
    on l.code = v.stated_code and getvariable('as_of') between l.from_day and l.to_day
  where replace(l.leaf_code, '-self', '') <> v.stated_code
)

from landed

union all

-- A prefecture without counties is its own leaf.
select l.* replace (l.region_code || '-self' as region_code)
from landed l
where exists (from standing.region_unit p where p.code = l.region_code and p.level = 'prefecture')
  and not exists (from standing.region_unit c where c.parent_code = l.region_code)
