-- The levy recomputed for every state of a filing: (employees × ratio − weighted count) × wage, by the
-- rule in force on 申报日期. All numbers are decimals; comparisons with a share are products, never
-- quotients. `wage_cap` is null where the local average wage of the year before is not known.
with ruled as (
  select
    f.*,
    r.share_from,
    if(f.weighted >= f.employees * r.share_from, r.factor_from_share, r.factor_below_share) as factor,
    coalesce(
      f.employees <= r.exempt_employees
        and list_contains(string_split(r.exempt_unit_types, '|'), f.employer_kind),
      false
    ) as is_small,
    cast(r.wage_cap_multiple * w.average_wage as decimal(18, 4)) as wage_cap
  from standing.filing_state f
  join reference.levy_rule r
    on greatest(f.filed_on, date '1900-01-01') >= r.valid_from
    and (r.valid_to is null or f.filed_on <= r.valid_to)
  left join reference.local_average_wage w
    on w.province_code = f.province_code and w.year = f.year - 1
),

measured as (
  select
    r.*,
    q.ratio,
    cast(r.employees as decimal(20, 0)) * q.ratio - r.weighted as short,
    cast(r.employees as decimal(20, 0)) * q.ratio - r.placed_heads as short_by_heads
  from ruled r
  asof join reference.levy_ratio q
    on q.province_code = r.province_code
    and greatest(r.filed_on, date '1900-01-01') >= q.valid_from
),

tiered as (
  select
    *,
    case
      when short <= 0 then '达到比例'
      when is_small then '暂免征收'
      when share_from is null then '不分档'
      when weighted >= employees * share_from then '减缴上档'
      else '减缴下档'
    end as tier,
    coalesce(factor, 1) as factor_due,
    least(average_wage, coalesce(wage_cap, average_wage)) as wage
  from measured
)

select
  * exclude (factor, is_small, share_from),
  if(tier in ('达到比例', '暂免征收'), 0, short * wage * factor_due) as levy,
  if(tier in ('达到比例', '暂免征收'), 0, short * average_wage * factor_due) as levy_uncapped,
  if(tier = '达到比例', 0, short * wage) as levy_unreduced,
  if(short_by_heads <= 0 or tier = '暂免征收', 0, short_by_heads * wage * factor_due) as levy_by_heads
from tiered
