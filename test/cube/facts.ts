import { commitmentFacts } from './commitment-facts.ts'
import { levyFacts } from './levy-facts.ts'

/** A view's measures beside the same in plain SQL over the table. */
export type Fact = {
  view: string
  table: string
  /** Measure → the same in SQL. */
  measures: Record<string, string>
  further: string[]
}

export const facts: Fact[] = [
  {
    view: 'training',
    table: 'trained_person',
    measures: { trained_persons: 'count(DISTINCT person_id)', training_times: 'sum(times)' },
    further: ['plan', 'indicator'],
  },
  {
    view: 'employment',
    table: 'new_employment',
    measures: { newly_employed_persons: 'count(DISTINCT person_id)' },
    further: ['plan', 'indicator'],
  },
  {
    view: 'coverage',
    table: 'institution_coverage',
    measures: {
      units_due: 'count(DISTINCT unit_code)',
      units_covered: 'count(DISTINCT CASE WHEN covered THEN unit_code END)',
      coverage_rate: 'avg(CAST(covered AS INTEGER))',
    },
    further: ['indicator'],
  },
  {
    view: 'graduates',
    table: 'graduate',
    measures: {
      graduates: 'count(DISTINCT person_id)',
      employed_graduates: 'count(DISTINCT CASE WHEN is_employed THEN person_id END)',
      graduate_employment_rate: 'avg(CAST(is_employed AS INTEGER))',
    },
    further: ['graduation_year'],
  },
  {
    view: 'placement',
    table: 'placed_person',
    measures: { placed_persons: 'count(DISTINCT person_id)' },
    further: ['year'],
  },
  ...commitmentFacts,
  ...levyFacts,
]
