import type { Indicator, ProgressRow, Reason, Status } from '../api.ts'

/** Values of nobody: only to show the components in each of their states. */

const words = { zh: '', en: '' }

export const INDICATOR: Indicator = {
  code: 'A1',
  name: words,
  group: words,
  kind: 'cumulative',
  unit: 'persons',
  direction: 'up',
  comparedWith: 'target',
  levels: ['nation'],
  scope: null,
  startsOn: '2016-01-01',
  deadline: '2020-12-31',
  interpretation: null,
  clause: { place: '', quote: '' },
  definition: words,
  members: { numerator: '', denominator: null, filters: {} },
}

export function exampleRow(given: Partial<ProgressRow>): ProgressRow {
  return {
    indicator: INDICATOR.code,
    region: '000000',
    regionName: '',
    actual: 480,
    numerator: 480,
    denominator: null,
    target: 1000,
    ownTarget: null,
    nationalTarget: null,
    targetThrough: null,
    deadline: '2020-12-31',
    periodYear: null,
    expected: 500,
    pace: 0.96,
    completion: 0.48,
    completionPercent: 48,
    days: -36,
    status: 'watch',
    forecast: null,
    atDeadline: null,
    comparable: null,
    rank: null,
    share: null,
    unitsReported: 32,
    unitsDue: 32,
    unitsWithData: 32,
    flags: [],
    reason: null,
    ...given,
  }
}

export const STATUSES: readonly Status[] = [
  'met',
  'on_pace',
  'watch',
  'behind',
  'overdue',
  'no_data',
]

export const REASONS: readonly Reason[] = [
  'no_data',
  'suppressed',
  'no_permission',
  'not_applicable',
]

function nothing(reason: Reason): ProgressRow {
  const none = { actual: null, numerator: null, completion: null, completionPercent: null }
  return exampleRow({ ...none, status: null, days: null, reason })
}

const forecast = { low: 820, mid: 930, high: 1060, probability: 0.24 }

/** One row a state that a bullet may be in, by the key of its name below `examples.bullet`. */
export const ROWS: Record<string, ProgressRow> = {
  plain: exampleRow({}),
  forecast: exampleRow({ forecast }),
  met: exampleRow({ actual: 1010, completionPercent: 101, status: 'met', days: null }),
  beyond: exampleRow({ actual: 1650, completionPercent: 165, status: 'met', days: null }),
  zero: exampleRow({ actual: 0, completionPercent: 0, status: 'behind', days: -912 }),
  noTarget: exampleRow({ target: null, expected: null, completionPercent: null, status: null }),
  ...Object.fromEntries(REASONS.map((reason) => [reason, nothing(reason)])),
}
