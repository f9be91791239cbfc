import type { Day } from '../reference/days.ts'
import type { Regions } from '../reference/regions.ts'
import type { ProgressRow } from '../support/progress-rows.ts'

type Sums = Map<string, { numerator: number; denominator: number }>

function add(sums: Sums, row: ProgressRow, region: string): void {
  const name = `${row.indicator} ${region}`
  const before = sums.get(name) ?? { numerator: 0, denominator: 0 }
  sums.set(name, {
    numerator: before.numerator + (row.numerator ?? 0),
    denominator: before.denominator + (row.denominator ?? 0),
  })
}

/** Every leaf into all above it; of what is not broken down so far, the provinces into the nation. */
function sumsOf(rows: ProgressRow[], regions: Regions, day: Day): Sums {
  const sums: Sums = new Map()
  const leaves = rows.filter((row) => row.regionLevel === 'county' && row.numerator !== null)
  for (const row of leaves)
    for (const region of regions.withAbove(row.region, day).slice(1)) add(sums, row, region)
  const brokenDown = new Set(leaves.map((row) => row.indicator))
  for (const row of rows)
    if (row.regionLevel === 'province' && !brokenDown.has(row.indicator)) add(sums, row, '000000')
  return sums
}

/** Where a region is not the sum of what lies below it. */
export function sumDisagreements(rows: ProgressRow[], regions: Regions, day: Day): string[] {
  const sums = sumsOf(rows, regions, day)
  const isOff = (one: number | null, other: number) => Math.abs((one ?? 0) - other) > 5e-5
  return rows.flatMap((row) => {
    const sum = sums.get(`${row.indicator} ${row.region}`)
    if (!sum || row.regionLevel === 'county') return []
    const isCount = row.denominator === null
    if (
      !isOff(row.numerator, sum.numerator) &&
      (isCount || !isOff(row.denominator, sum.denominator))
    )
      return []
    const { indicator, region, numerator, denominator } = row
    return [
      `${indicator} ${region} ${day}: ${numerator}/${denominator}, ${JSON.stringify(sum)} below`,
    ]
  })
}
