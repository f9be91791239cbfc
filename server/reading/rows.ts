import type { Circumstances } from '../progress/case.ts'
import type { CurveName } from '../progress/curves.ts'
import type { Indicator, Level } from '../progress/plan.ts'
import { withRanks } from '../progress/row-rank.ts'
import { progressRow, type ProgressRow } from '../progress/row.ts'
import { withShares } from '../progress/share.ts'
import { daysOfRow, figuresOn, startActuals, type Actuals } from './actuals.ts'
import { regionCases, rowLevel } from './cases.ts'
import { scopeOf } from './catalogue.ts'
import { circumstancesOf, reportingOf, type Dataset, type Known } from './dataset.ts'
import { pastForecastsOf } from './past-forecasts.ts'
import { regionsUnder, type Region } from './regions.ts'
import type { AskedLevel } from './request.ts'
import { loadTargets, targetsFor, type TargetRows } from './targets.ts'

type AskedRows = { level: AskedLevel; indicators: Indicator[]; curve?: CurveName | undefined }

/** A row for each indicator and each region of the level under the dataset's region, or itself. */
export async function readRows(
  dataset: Dataset,
  level: AskedLevel,
  indicators: Indicator[],
  curve?: CurveName,
): Promise<ProgressRow[]> {
  const found: ProgressRow[][] = []
  const keep = (rows: ProgressRow[], at: number) => (found[at] = rows)
  await readRowsInto(keep, dataset, { level, indicators, curve })
  return found.flat()
}

/**
 * The same, handed over with the place of their indicator: each one's as soon as its figures are read,
 * while others are still being counted, so that nobody need hold all of them.
 */
export async function readRowsInto(
  use: (rows: ProgressRow[], at: number) => void,
  dataset: Dataset,
  { level: asked, indicators, curve }: AskedRows,
): Promise<void> {
  const { load, context, plan, top, tree } = dataset
  const level = rowLevel(top, asked)
  const actuals = actualsOf(dataset, level, indicators)
  const shared = Promise.all([
    pastForecastsOf(dataset),
    reportingOf(dataset, indicators),
    loadTargets(load, context, plan.plan, indicators, { top, level, isSelf: asked === 'self' }),
  ])
  const regions = asked === 'self' ? [top] : regionsUnder(tree, top, asked, () => true)
  const among = (row: ProgressRow) => rankedAmong(dataset, row)
  const used = indicators.map(async (indicator, at) => {
    const [counted, [past, reporting, targets]] = await Promise.all([
      actuals.get(indicator.code) ?? NOTHING,
      shared,
    ])
    const figures = { actuals: counted, targets: targetsFor(indicator, targets) }
    const about = { ...circumstancesOf(dataset, indicator, reporting), past, curve }
    const rows = indicatorRows(dataset, regions, about, reporting, figures)
    if (asked !== 'self') withShares(withRanks(rows, indicator, among), indicator, among)
    use(rows, at)
  })
  await Promise.all(used)
}

const NOTHING: Actuals = new Map()

function actualsOf(dataset: Dataset, level: Level, indicators: Indicator[]) {
  const { load, context, asOf, snapshot, top } = dataset
  const wanted = indicators
    .filter(({ levels }) => levels.includes(level))
    .map((indicator) => ({ indicator, days: daysOfRow(indicator, asOf, snapshot.asOf, level) }))
  return startActuals(load, context, wanted, { top, level })
}

function indicatorRows(
  dataset: Dataset,
  regions: Region[],
  about: Circumstances,
  reporting: Known,
  figures: { actuals: Actuals; targets: TargetRows },
): ProgressRow[] {
  const { snapshot, asOf, tree, top } = dataset
  const { indicator } = about
  const counted = figuresOn(figures.actuals, asOf)
  const isShown = ({ code, exists }: Region) => exists || code === top.code || counted.has(code)
  const inScope = scopeOf(snapshot, indicator)
  const reported = reporting.reportedIn(indicator.extract)
  const cutoffOf = reporting.cutoffOf(indicator.extract)
  const from = { tree, ...figures, inScope, reported, cutoffOf }
  const caseOf = regionCases(from)
  const rowOf = (region: Region) => progressRow(caseOf(region), about)
  const isCounted = figures.actuals.size > 0
  return regions.filter(isShown).map(isCounted ? rowOf : likeOthers(rowOf, figures.targets))
}

/**
 * Where nothing is counted at the level, the regions of a province that no target names have the same row
 * but for their code and name: half of the rows of all counties.
 */
function likeOthers(rowOf: (region: Region) => ProgressRow, targets: TargetRows) {
  const known = new Map<string, ProgressRow>()
  return (region: Region): ProgressRow => {
    if (targets.has(region.code)) return rowOf(region)
    const among = `${region.level} ${region.province ?? region.code}`
    const other = known.get(among)
    if (other !== undefined) return { ...other, region: region.code, regionName: region.name }
    const row = rowOf(region)
    known.set(among, row)
    return row
  }
}

/** Provinces are ranked in the nation; what lies below, in the region asked for or its province. */
function rankedAmong({ tree, top }: Dataset, { region, regionLevel }: ProgressRow): string {
  if (regionLevel === 'province' || top.level !== 'nation') return top.code
  return tree.get(region)?.province ?? top.code
}
