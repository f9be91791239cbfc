import type { Indicator } from '../progress/plan.ts'
import type { ProgressRow } from '../progress/row.ts'
import { statusCounts } from '../progress/status-counts.ts'
import type { Dataset } from './dataset.ts'
import { requireAccess } from './permission.ts'
import { childLevelOf, type Region } from './regions.ts'
import { readRows } from './rows.ts'

/**
 * Gives each row how many of the regions straight below have which status: beside the region's own
 * status, which comes from its own gap and never from these. Null where nothing lies below, or the
 * indicator is not broken down so far. Rejects with Problem 403 where the session may not read them.
 */
export async function withChildren(
  dataset: Dataset,
  rows: ProgressRow[],
  indicators: Indicator[],
): Promise<ProgressRow[]> {
  const { tree, top, session } = dataset
  const levels = new Map(
    [...new Set(rows.map(({ region }) => region))].map((code) => {
      const region = tree.get(code)
      return [code, region === undefined ? null : childLevelOf(tree, region)]
    }),
  )
  const asked = [...new Set(levels.values())].filter((level) => level !== null)
  for (const level of asked) requireAccess(session, top, level)
  const below = await Promise.all(asked.map((level) => readRows(dataset, level, indicators)))
  const families = new Map<string, ProgressRow[]>()
  for (const row of below.flat()) {
    const parent = parentOf(tree.get(row.region), levels, row)
    if (parent === null) continue
    const name = `${row.indicator} ${parent}`
    const family = families.get(name) ?? []
    families.set(name, family)
    family.push(row)
  }
  for (const row of rows) {
    const family = families.get(`${row.indicator} ${row.region}`)
    row.children = family === undefined ? null : statusCounts(family)
  }
  return rows
}

/** The region that a row of the level below counts for; null where the indicator says nothing there. */
function parentOf(
  region: Region | undefined,
  levels: Map<string, string | null>,
  { reason, regionLevel }: ProgressRow,
): string | null {
  const parent = region?.parent ?? null
  if (parent === null || reason === 'not_applicable') return null
  return levels.get(parent) === regionLevel ? parent : null
}
