const cohort = (column: string, outcome: string, days: number) =>
  `sum(CASE WHEN outcome = '${outcome}' AND days = ${days} THEN ${column} END)`

/** A month's trainings after so many days; `sum / nullif(sum, 0)` is null where nothing is known yet. */
const cohortMeasures = Object.fromEntries(
  [30, 90, 180, 365].flatMap((days) => {
    const [trainings, converted] = ['due', 'reached'].map((name) => cohort(name, 'converted', days))
    const [conversions, stable] = ['due', 'reached'].map((name) => cohort(name, 'stable', days))
    return [
      [`trainings_${days}d`, trainings],
      [`converted_${days}d`, converted],
      [`conversion_rate_${days}d`, `${converted} / nullif(CAST(${trainings} AS DOUBLE), 0)`],
      [`conversions_${days}d`, conversions],
      [`stable_${days}d`, stable],
      [`stability_rate_${days}d`, `${stable} / nullif(CAST(${conversions} AS DOUBLE), 0)`],
    ]
  }),
) as Record<string, string>

const spent = `sum(if(direction = '支出', amount, null))`
const placed = `sum(if(direction = '安排', persons, null))`

/** The views of the levy: their tables and measures in plain SQL. */
export const levyFacts = [
  {
    view: 'ledger',
    table: 'levy_ledger',
    measures: {
      income: `sum(if(direction = '征收收入', amount, 0))`,
      spending: `sum(if(direction = '支出', amount, 0))`,
      direct_spending: 'sum(if(is_direct, amount, 0))',
      direct_spending_rate: `CAST(sum(if(is_direct, amount, 0)) AS DOUBLE) / ${spent}`,
      spending_rate: `CAST(${spent} AS DOUBLE) / sum(if(direction = '征收收入', amount, null))`,
    },
    further: ['year'],
  },
  {
    view: 'ledger',
    table: 'levy_ledger',
    measures: { spending: `sum(if(direction = '支出', amount, null))` },
    further: ['year', 'item'],
  },
  {
    view: 'levy',
    table: 'levy_filing',
    measures: {
      filings: 'count(DISTINCT credit_code)',
      filings_reaching: `count(CASE WHEN tier = '达到比例' THEN 1 END)`,
      filings_exceeding: `count(CASE WHEN ratio_band = '超过比例' THEN 1 END)`,
      filings_exempt: `count(CASE WHEN tier = '暂免征收' THEN 1 END)`,
      filings_upper_tier: `count(CASE WHEN tier = '减缴上档' THEN 1 END)`,
      filings_lower_tier: `count(CASE WHEN tier = '减缴下档' THEN 1 END)`,
      filings_unreduced: `count(CASE WHEN tier = '不分档' THEN 1 END)`,
      differing_filings: 'count(CASE WHEN levy_difference > 0 THEN 1 END)',
      levy_difference: 'sum(levy_difference)',
      levy_declared: 'sum(levy_declared)',
      levy_recomputed: 'sum(levy_recomputed)',
      levy_reduced: 'sum(levy_reduced)',
      levy_paid: 'sum(levy_paid)',
      filings_without_cap: 'count(CASE WHEN NOT is_cap_known THEN 1 END)',
      filings_heads_differ: 'count(CASE WHEN placed_heads <> placement_heads THEN 1 END)',
      employees: 'sum(employees)',
      placed_heads: 'sum(placed_heads)',
      placement_heads: 'sum(placement_heads)',
      placement_weighted: 'sum(placement_weighted)',
      reaching_rate: `avg(CAST(tier = '达到比例' AS INTEGER))`,
    },
    further: ['year', 'employer_kind'],
  },
  {
    view: 'conversion',
    table: 'training_conversion',
    measures: {
      trainings: 'count(*)',
      converted_trainings: 'count(CASE WHEN is_converted THEN 1 END)',
      conversion_rate: 'avg(CAST(is_converted AS INTEGER))',
    },
    further: ['plan', 'indicator', 'programme'],
  },
  {
    view: 'stability',
    table: 'converting_spell',
    measures: {
      spells: 'count(*)',
      stable_spells: 'count(CASE WHEN is_stable THEN 1 END)',
      stability_rate: 'avg(CAST(is_stable AS INTEGER))',
    },
    further: ['plan', 'indicator'],
  },
  {
    view: 'satisfaction',
    table: 'rated_training',
    measures: {
      rated_trainings: 'count(*)',
      satisfied_trainings: 'count(CASE WHEN is_satisfied THEN 1 END)',
      satisfaction_rate: 'avg(CAST(is_satisfied AS INTEGER))',
    },
    further: ['plan', 'indicator', 'year', 'programme'],
  },
  {
    view: 'duplicates',
    table: 'duplicate_placement',
    measures: {
      duplicate_placements: 'count(*)',
      duplicate_persons: 'count(DISTINCT person_id)',
    },
    further: ['year'],
  },
  {
    view: 'cohorts',
    table: 'training_cohort',
    measures: { trainings: cohort('due', 'trained', 0), ...cohortMeasures },
    further: ['plan', 'completed_month'],
  },
  {
    view: 'chain',
    table: 'levy_chain',
    measures: {
      income: `sum(if(direction = '征收收入', amount, null))`,
      spending: spent,
      direct_spending: 'sum(if(is_direct, amount, null))',
      placed_persons: placed,
      spending_rate: `CAST(${spent} AS DOUBLE) / sum(if(direction = '征收收入', amount, null))`,
      cost_per_job: `CAST(${spent} AS DOUBLE) / nullif(${placed}, 0)`,
      direct_cost_per_job: `CAST(sum(if(is_direct, amount, null)) AS DOUBLE) / nullif(${placed}, 0)`,
    },
    further: ['year'],
  },
]
