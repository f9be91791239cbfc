import type { Indicator, ProgressRow, Region } from '../api.ts'

/** One line of the list: the indicator, its figures, and its value a year before where that is read. */
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

/** The lines that exist for the region, and those that do not, both in the document's order. */
export function splitLines(indicators: Indicator[], rows: ProgressRow[]) {
  const found = new Map(rows.map((row) => [row.indicator, row]))
  const lines = indicators.flatMap((indicator) => {
    const row = found.get(indicator.code)
    return row === undefined ? [] : [{ indicator, row }]
  })
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

export type Absence = 'nation' | 'province' | 'prefecture' | 'county' | 'scope' | 'nobody'

/** Why an indicator does not exist for a region: kept only down to a level, outside its scope, or nobody is due. */
export function absenceOf({ indicator, row }: Line, level: Region['level']): Absence {
  if (!indicator.levels.includes(level)) return indicator.levels.at(-1) ?? 'nation'
  return indicator.scope !== null && row.target === null ? 'scope' : 'nobody'
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
