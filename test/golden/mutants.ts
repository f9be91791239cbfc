/** A mistake made on purpose: where the text is found it is replaced, everywhere in the file. */
export type Mutant = {
  mistake: string
  file: string
  find: string
  replace: string
  /** The numbers of the golden figures that come out wrong. */
  breaks: number[]
}

export const mutants: Mutant[] = [
  {
    mistake: 'the last two digits of the card are part of the person',
    file: 'etl/staging/staged-sql.ts',
    find: '`left(${number}, 18)`',
    replace: 'number',
    breaks: [1],
  },
  {
    mistake: 'the region is read from the certificate',
    file: 'etl/staging/staged-sql.ts',
    find: '  const family =',
    replace: `  const at = columns.indexOf('t.region_code')
  if (layout.extract === 'registration') columns[at] = 'left(t.certificate, 6) as region_code'
  const family =`,
    breaks: [1, 4],
  },
  {
    mistake: 'a person trained twice is two persons',
    file: 'etl/sql/standing/qualified_completion.sql',
    find: 'row_number() over (partition by j.plan, j.indicator, j.person_id order by j.ended_on) = 1',
    replace: 'true',
    breaks: [1, 3],
  },
  {
    mistake: 'an inner join for a left one: filings without placements are lost',
    file: 'etl/sql/standing/filing_state.sql',
    find: 'from filing f left join first_count c',
    replace: 'from filing f join first_count c',
    breaks: [43, 45],
  },
  {
    mistake: 'the mean of the provinces’ rates',
    file: 'server/progress/roll-up.ts',
    find: `    numerator += counted?.numerator ?? 0
    denominator += counted?.denominator ?? 0`,
    replace: `    numerator += (counted?.numerator ?? 0) / ((isRatio && counted?.denominator) || 1)
    denominator += counted === undefined ? 0 : 1`,
    breaks: [28, 47],
  },
  {
    mistake: 'what was never reported is 0',
    file: 'server/progress/roll-up.ts',
    find: 'if (!isKnown) return null',
    replace: 'if (!isKnown) return { numerator: 0, denominator: isRatio ? 0 : null }',
    breaks: [15],
  },
  {
    mistake: 'the wrong year: an amount falls in the year after its own',
    file: 'etl/sql/marts/levy_ledger.sql',
    find: 'make_date(year,',
    replace: 'make_date(year + 1,',
    breaks: [40, 41],
  },
  {
    mistake: 'the wrong year: the population of the year before',
    file: 'etl/sql/marts/basis_year.sql',
    find: 'make_date(p.year, 1, 1)',
    replace: 'make_date(p.year + 1, 1, 1)',
    breaks: [27, 28],
  },
  {
    mistake: 'institutions over districts',
    file: 'etl/sql/marts/institution_coverage.sql',
    find: `from state s
join`,
    replace: `from state s
left join standing.institution_site o
  on o.plan = s.plan and o.indicator = s.indicator and o.unit_code = s.unit_code
  and s.covered and o.from_day <= s.turns_off and o.to_day >= s.turns_on
join`,
    breaks: [16],
  },
  {
    mistake: 'every county-level unit instead of those that are no districts',
    file: 'etl/sql/standing/unit_due.sql',
    find: 'list_contains(i.asks.unit_kinds, u.kind)',
    replace: 'i.asks.unit_kinds is not null',
    breaks: [18],
  },
  {
    mistake: 'an institution is still open on 停办日期',
    file: 'etl/sql/standing/institution_site.sql',
    find: 'coalesce(s.closed_on - 1,',
    replace: 'coalesce(s.closed_on,',
    breaks: [17],
  },
  {
    mistake: 'women are of working age to 59 in plan 13-5',
    file: 'data/plans/13-5.yaml',
    find: 'working_age_women_to: 54',
    replace: 'working_age_women_to: 59',
    breaks: [14, 29],
  },
  {
    mistake: 'a training that was paid for counts as free',
    file: 'data/plans/13-5.yaml',
    find: 'household: 城镇, is_free: true',
    replace: 'household: 城镇',
    breaks: [1],
  },
  {
    mistake: 'the last day of the graduates’ season is left out',
    file: 'data/plans/13-5.yaml',
    find: `window_to: '12-31'`,
    replace: `window_to: '12-30'`,
    breaks: [25],
  },
  {
    mistake: 'a spell that begins the day after another ended is new work',
    file: 'etl/sql/standing/first_employment.sql',
    find: 'earlier_open_to < started_on - 1',
    replace: 'earlier_open_to < started_on',
    breaks: [8],
  },
  {
    mistake: 'a retraction takes back only itself',
    file: 'etl/sql/standing/training.sql',
    find: `qualify not is_void
  and row_number()`,
    replace: `where not is_void
qualify row_number()`,
    breaks: [1],
  },
  {
    mistake: 'the first version of a record stands',
    file: 'etl/sql/standing/training.sql',
    find: 'submitted_order desc, line desc',
    replace: 'submitted_order, line',
    breaks: [1],
  },
  {
    mistake: 'poverty is judged by the latest registration, not by that of the day',
    file: 'etl/sql/standing/qualified_completion.sql',
    find: 'and c.ended_on >= v.judges_from',
    replace: 'and c.ended_on + 36500 >= v.judges_from',
    breaks: [10, 11],
  },
  {
    mistake: 'a training counts from the day after it ended',
    file: 'etl/sql/marts/trained_person.sql',
    find: 'greatest(r.from_day, f.completed_on) as from_day',
    replace: 'greatest(r.from_day, f.completed_on + 1) as from_day',
    breaks: [1],
  },
  {
    mistake: 'heads for weights',
    file: 'etl/sql/standing/placement_count.sql',
    find: 'filter (weight = 2)',
    replace: 'filter (weight > 2)',
    breaks: [43, 44],
  },
  {
    mistake: 'exactly 1 % is below 1 %',
    file: 'etl/sql/standing/filing_levy.sql',
    find: 'f.weighted >= f.employees * r.share_from',
    replace: 'f.weighted > f.employees * r.share_from',
    breaks: [52],
  },
  {
    mistake: 'an enterprise of exactly 30 is not exempt',
    file: 'etl/sql/standing/filing_levy.sql',
    find: 'f.employees <= r.exempt_employees',
    replace: 'f.employees < r.exempt_employees',
    breaks: [45],
  },
  {
    mistake: 'what the corps submits lies where its code lies',
    file: 'etl/sql/standing/residence.sql',
    find: `l.by_corps = (r.unit = '660000')`,
    replace: 'not l.by_corps',
    breaks: [12],
  },
  {
    mistake: 'income and spending are added up',
    file: 'cube/model/cubes/levy_ledger.yml',
    find: `{CUBE}.direction = '支出'`,
    replace: 'true',
    breaks: [41, 42],
  },
]
