import type { Indicator, ProgressRow, Region } from '../api.ts'

/** One line of the list: the indicator and its figures. */
export interface Line {
  indicator: Indicator
  row: ProgressRow
}

export interface Group {
  name: Indicator['group']
  lines: Line[]
}

/** A row by its status as the filter names it: `none` where it has a value but no judgement. */
export function filterKey({ status }: ProgressRow): string {
  return status ?? 'none'
}

/** The indicators with their rows, in the document's order. */
export function linesOf(indicators: Indicator[], rows: ProgressRow[]): Line[] {
  const found = new Map(rows.map((row) => [row.indicator, row]))
  return indicators.flatMap((indicator) => {
    const row = found.get(indicator.code)
    return row === undefined ? [] : [{ indicator, row }]
  })
}

/** A value that no target was set for stands against the same stretch of the year before. */
export function againstYearBefore(line: Line, before: ProgressRow | undefined): Line {
  const { indicator, row } = line
  if (row.target !== null || row.actual === null || before === undefined) return line
  if (before.actual === null) return line
  return {
    indicator: { ...indicator, comparedWith: 'last_year' },
    row: { ...row, target: before.actual },
  }
}

/** The lines that exist for the region, and those that do not. */
export function splitLines(lines: Line[]) {
  return {
    shown: lines.filter(({ row }) => row.reason !== 'not_applicable'),
    absent: lines.filter(({ row }) => row.reason === 'not_applicable'),
  }
}

/** The lines under the document's own headings, in its order. */
export function groupLines(lines: Line[]): Group[] {
  const groups = new Map<string, Group>()
  for (const line of lines) {
    const { group } = line.indicator
    const found = groups.get(group.zh) ?? { name: group, lines: [] }
    found.lines.push(line)
    groups.set(group.zh, found)
  }
  return [...groups.values()]
}

export type Absence = 'nation' | 'province' | 'prefecture' | 'county' | 'scope' | 'nobody' | 'early'

/** Why an indicator does not exist for a region: kept only down to a level, outside its scope, or nobody is due (yet). */
export function absenceOf({ indicator, row }: Line, level: Region['level']): Absence {
  if (!indicator.levels.includes(level)) return indicator.levels.at(-1) ?? 'nation'
  if (indicator.scope !== null && row.target === null) return 'scope'
  return row.flags.includes('before_plan') ? 'early' : 'nobody'
}

/** The absent lines, one list a reason, in the order in which the reasons come up. */
export function groupAbsent(lines: Line[], level: Region['level']): [Absence, Line[]][] {
  const found = new Map<Absence, Line[]>()
  for (const line of lines) {
    const why = absenceOf(line, level)
    found.set(why, [...(found.get(why) ?? []), line])
  }
  return [...found]
}
