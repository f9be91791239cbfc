import type { Circumstances } from '../progress/case.ts'
import type { CurveName } from '../progress/curves.ts'
import type { Day } from '../progress/day.ts'
import type { Indicator, Level } from '../progress/plan.ts'
import type { Counted } from '../progress/roll-up.ts'
import { withRanks } from '../progress/row-rank.ts'
import { progressRow, type ProgressRow } from '../progress/row.ts'
import { withShares } from '../progress/share.ts'
import { daysOfRow, figuresOn, loadAllActuals, type Actuals } from './actuals.ts'
import { regionCase, rowLevel } from './cases.ts'
import { scopeOf } from './catalogue.ts'
import { circumstancesOf, reportingOf, type Dataset, type Known } from './dataset.ts'
import { pastForecastsOf } from './past-forecasts.ts'
import { regionsUnder, type Region } from './regions.ts'
import type { AskedLevel } from './request.ts'
import { loadTargets, targetsFor, type TargetRows } from './targets.ts'

/** A row for each indicator and each region of the level under the dataset's region, or itself. */
export async function readRows(
  dataset: Dataset,
  asked: AskedLevel,
  indicators: Indicator[],
  curve?: CurveName,
): Promise<ProgressRow[]> {
  const { load, context, plan, top } = dataset
  const level = rowLevel(top, asked)
  const [past, reporting, targets, actuals] = await Promise.all([
    pastForecastsOf(dataset),
    reportingOf(dataset, indicators),
    loadTargets(load, context, plan.plan, indicators, { top, level, isSelf: asked === 'self' }),
    actualsOf(dataset, level, indicators),
  ])
  const regions = asked === 'self' ? [top] : regionsUnder(dataset.tree, top, asked, () => true)
  return indicators.flatMap((indicator) => {
    const figures = {
      actuals: actuals.get(indicator.code) ?? new Map<Day, Map<string, Counted>>(),
      targets: targetsFor(indicator, targets),
    }
    const about = { ...circumstancesOf(dataset, indicator, reporting), past, curve }
    const rows = indicatorRows(dataset, regions, about, reporting, figures)
    if (asked === 'self') return rows
    const among = (row: ProgressRow) => rankedAmong(dataset, row)
    return withShares(withRanks(rows, indicator, among), indicator, among)
  })
}

function actualsOf(dataset: Dataset, level: Level, indicators: Indicator[]) {
  const { load, context, asOf, snapshot, top } = dataset
  const wanted = indicators
    .filter(({ levels }) => levels.includes(level))
    .map((indicator) => ({ indicator, days: daysOfRow(indicator, asOf, snapshot.asOf, level) }))
  return loadAllActuals(load, context, wanted, { top, level })
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
  return regions.filter(isShown).map((region) => progressRow(regionCase(region, from), about))
}

/** Provinces are ranked in the nation; what lies below, in the region asked for or its province. */
function rankedAmong({ tree, top }: Dataset, { region, regionLevel }: ProgressRow): string {
  if (regionLevel === 'province' || top.level !== 'nation') return top.code
  return tree.get(region)?.province ?? top.code
}
