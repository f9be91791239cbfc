/** The views of the further commitments: their tables and measures in plain SQL. */
export const commitmentFacts = [
  {
    view: 'staff_training',
    table: 'trained_staff',
    measures: { trained_staff: 'count(DISTINCT staff_id)', staff_training_times: 'sum(times)' },
    further: ['plan', 'indicator'],
  },
  {
    view: 'person_rates',
    table: 'state.person_rate',
    measures: {
      persons_due: 'count(DISTINCT CASE WHEN is_due THEN person_id END)',
      persons_reached: 'count(DISTINCT CASE WHEN is_reached THEN person_id END)',
      reached_rate: 'sum(CAST(is_reached AS INTEGER)) / nullif(sum(CAST(is_due AS INTEGER)), 0)',
    },
    further: ['indicator'],
  },
  {
    view: 'register_entries',
    table: 'state.register_entry',
    measures: {
      persons_registered: 'count(DISTINCT person_id)',
      certificate_holders: 'sum(holders)',
      entry_rate: 'sum(registered) / nullif(sum(holders), 0)',
    },
    further: ['plan'],
  },
  {
    view: 'institutions',
    table: 'open_institution',
    measures: { open_institutions: 'count(DISTINCT institution_code)', capacity: 'sum(capacity)' },
    further: ['institution_kind', 'tier'],
  },
  {
    view: 'lead_employers',
    table: 'lead_employer',
    measures: {
      lead_employers: 'count(DISTINCT credit_code)',
      lead_employers_placing: 'count(DISTINCT CASE WHEN places_somebody THEN credit_code END)',
      lead_rate: 'avg(CAST(places_somebody AS INTEGER))',
    },
    further: ['indicator', 'year'],
  },
  {
    view: 'households',
    table: 'state.household',
    measures: {
      households: 'count(DISTINCT CASE WHEN is_due THEN family_id END)',
      households_at_work: 'count(DISTINCT CASE WHEN is_at_work THEN family_id END)',
      at_work_rate: 'sum(CAST(is_at_work AS INTEGER)) / nullif(sum(CAST(is_due AS INTEGER)), 0)',
    },
    further: ['plan'],
  },
  {
    view: 'milestones',
    table: 'milestone_state',
    measures: {
      provinces_due: 'count(DISTINCT CASE WHEN is_due THEN province_code END)',
      provinces_done: 'count(DISTINCT CASE WHEN is_done THEN province_code END)',
      done_rate: 'sum(CAST(is_done AS INTEGER)) / nullif(sum(CAST(is_due AS INTEGER)), 0)',
    },
    further: ['indicator'],
  },
]
