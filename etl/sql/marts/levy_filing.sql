-- Amounts in yuan, rounded half up to 0.01. A filing differs where what it declares is not the levy
-- recomputed; `difference_reason` names the slip that gives the declared amount, if one does.
with rounded as (
  select
    *,
    cast(floor(levy_due * 100 + 0.5) as decimal(36, 0)) as declared_cents,
    cast(floor(levy * 100 + 0.5) as decimal(36, 0)) as levy_cents
  from standing.filing_levy
)

select
  year,
  unit,
  credit_code,
  employer_kind,
  employer_class,
  leaf_code,
  province_code,
  employees,
  placed_heads,
  heads as placement_heads,
  weighted as placement_weighted,
  case
    when employees <= 30 then '30人及以下'
    when employees <= 100 then '31至100人'
    when employees <= 500 then '101至500人'
    else '500人以上'
  end as size_band,
  case
    when weighted > employees * ratio then '超过比例'
    when weighted >= employees * ratio then '正好达到'
    when weighted = 0 then '未安排'
    else '安排不足'
  end as ratio_band,
  tier,
  wage_cap is not null as is_cap_known,
  cast(levy_due as decimal(20, 4)) as levy_declared,
  levy_reduced,
  levy_paid,
  cast(levy_cents * 0.01 as decimal(38, 2)) as levy_recomputed,
  cast(abs(declared_cents - levy_cents) * 0.01 as decimal(38, 2)) as levy_difference,
  case
    when declared_cents = levy_cents then null
    when declared_cents = floor(levy_by_heads * 100 + 0.5) then '按人数而非加权数'
    when declared_cents = floor(levy_uncapped * 100 + 0.5) then '未按工资上限'
    when declared_cents = floor(levy_unreduced * 100 + 0.5) then '未按分档减免'
    when declared_cents < levy_cents then '少报'
    else '多报'
  end as difference_reason,
  from_day,
  to_day
from rounded
