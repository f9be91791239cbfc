import type { LoadMetrics, SecurityContext } from '../deps.ts'

type QuarantineLine = {
  extract: string
  rule: string
  /** `open` is still to be mended; otherwise the unit has sent the record again. */
  state: string
  records: number
}

type Source = { load: LoadMetrics; context: SecurityContext }

/** Records that did not count because a rule was broken, by extract and rule, the most frequent first. */
export async function quarantineBehind(
  { load, context }: Source,
  extracts: string[],
  units: string[],
): Promise<QuarantineLine[]> {
  if (units.length === 0) return []
  const rows = await load(
    {
      measures: ['quarantine_list.quarantined_records'],
      dimensions: ['extract', 'rule', 'mend_state'].map((name) => `quarantine_list.${name}`),
      filters: [
        { member: 'quarantine_list.unit', operator: 'equals', values: units },
        { member: 'quarantine_list.extract', operator: 'equals', values: extracts },
      ],
    },
    context,
  )
  return rows
    .map((row) => ({
      extract: String(row['quarantine_list.extract']),
      rule: String(row['quarantine_list.rule']),
      state: String(row['quarantine_list.mend_state']),
      records: Number(row['quarantine_list.quarantined_records'] ?? 0),
    }))
    .toSorted((a, b) => b.records - a.records || a.rule.localeCompare(b.rule))
}

/** Records of people without a standing registration, which count nowhere, by extract. */
export async function unmatchedBehind(
  { load, context }: Source,
  extracts: string[],
  units: string[],
): Promise<{ extract: string; records: number }[]> {
  if (units.length === 0) return []
  const rows = await load(
    {
      measures: ['unmatched.unmatched_records'],
      dimensions: ['unmatched.extract'],
      filters: [
        { member: 'unmatched.unit', operator: 'equals', values: units },
        { member: 'unmatched.extract', operator: 'equals', values: extracts },
      ],
    },
    context,
  )
  return rows.map((row) => ({
    extract: String(row['unmatched.extract']),
    records: Number(row['unmatched.unmatched_records'] ?? 0),
  }))
}
