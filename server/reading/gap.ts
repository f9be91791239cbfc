import type { Day } from '../progress/day.ts'
import { bestQuarter, leftToReach, neededPerQuarter, type Effort } from '../progress/effort.ts'
import { gapLines, rankedGaps, type RankedGap } from '../progress/gap-ledger.ts'
import { countedOn } from '../progress/measured.ts'
import { comparesYears, type Indicator, type Level } from '../progress/plan.ts'
import { progressRow } from '../progress/row.ts'
import { daysOfRow } from './actuals.ts'
import { indicatorOf } from './catalogue.ts'
import { circumstancesOf, reportingOf, type Dataset } from './dataset.ts'
import { gapTree } from './gap-tree.ts'
import { loadCases } from './region-cases.ts'
import type { Region } from './regions.ts'

/** One line of the ledger with what closing it asks of the region; null for what is no region's. */
export type GapEntry = RankedGap & { [Part in keyof Effort]: Effort[Part] | null }

export type GapLedger = { deadline: Day | null; lines: GapEntry[] }

/** The gap of the dataset's region as lines of a level, the largest shortfall first. */
export async function readGap(
  dataset: Dataset,
  indicator: Indicator,
  level: Level,
): Promise<GapLedger> {
  const { asOf, snapshot, top, tree } = dataset
  const reporting = await reportingOf(dataset, [indicator])
  const days = daysOfRow(indicator, asOf, snapshot.asOf)
  const [cases, reachable] = await Promise.all([
    loadCases(dataset, indicator, reporting, { days, level }),
    reachableIn(dataset, indicator, level),
  ])
  const about = circumstancesOf(dataset, indicator, reporting)
  const { deadline } = progressRow(cases.of(top), about)
  const due = comparesYears(indicator) ? null : deadline
  const effortOf = (region: Region, shortfall: number): Effort => ({
    neededPerQuarter: neededPerQuarter(shortfall, asOf, due),
    bestQuarter: bestQuarter(cases.of(region), about),
    left: leftToReach(cases.of(region), about, reachable(region)),
  })
  const lines = gapLines(gapTree(top, cases, about, level), level, indicator.direction)
  const entries = rankedGaps(lines).map((line) => {
    const region = line.kind === 'region' ? tree.get(line.region) : undefined
    const nobody = { neededPerQuarter: null, bestQuarter: null, left: null }
    return { ...line, ...(region === undefined ? nobody : effortOf(region, line.shortfall)) }
  })
  return { deadline, lines: entries }
}

/** The people whom a count can reach, as the plan file names them; null where it names none. */
async function reachableIn(
  dataset: Dataset,
  { reachable }: Indicator,
  level: Level,
): Promise<(region: Region) => number | null> {
  if (reachable === undefined) return () => null
  const counted = indicatorOf(dataset.plan, reachable.indicator)
  const reporting = await reportingOf(dataset, [counted])
  const about = circumstancesOf(dataset, counted, reporting)
  const days = [dataset.asOf]
  const cases = await loadCases(dataset, counted, reporting, { days, level })
  return (region) => countedOn(cases.of(region), about, dataset.asOf)?.[reachable.part] ?? null
}
