import type { Circumstances } from '../progress/case.ts'
import type { CurveName } from '../progress/curves.ts'
import type { Indicator, Level } from '../progress/plan.ts'
import { withRanks } from '../progress/row-rank.ts'
import { progressRow, type ProgressRow } from '../progress/row.ts'
import { daysOfRow, loadActuals, type Actuals } from './actuals.ts'
import { regionCase, rowLevel } from './cases.ts'
import { scopeOf } from './catalogue.ts'
import { circumstancesOf, reportingOf, type Dataset, type Known } from './dataset.ts'
import { pastForecastsOf } from './past-forecasts.ts'
import { regionsUnder } from './regions.ts'
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
    Promise.all(indicators.map((indicator) => actualsOf(dataset, level, indicator))),
  ])
  return indicators.flatMap((indicator, at) => {
    const figures = {
      actuals: actuals[at] ?? new Map(),
      targets: targetsFor(indicator, targets),
    }
    const about = { ...circumstancesOf(dataset, indicator, reporting), past, curve }
    return indicatorRows(dataset, asked, about, reporting, figures)
  })
}

async function actualsOf(dataset: Dataset, level: Level, indicator: Indicator): Promise<Actuals> {
  if (!indicator.levels.includes(level)) return new Map()
  const { load, context, asOf, snapshot, top, tree } = dataset
  const days = daysOfRow(indicator, asOf, snapshot.asOf, level)
  return loadActuals(load, context, indicator, { top, level, days, regions: tree.size })
}

function indicatorRows(
  dataset: Dataset,
  asked: AskedLevel,
  about: Circumstances,
  reporting: Known,
  figures: { actuals: Actuals; targets: TargetRows },
): ProgressRow[] {
  const { snapshot, asOf, tree, top } = dataset
  const { indicator } = about
  const held = (code: string) => figures.actuals.get(code)?.has(asOf) ?? false
  const regions = asked === 'self' ? [top] : regionsUnder(tree, top, asked, held)
  const inScope = scopeOf(snapshot, indicator)
  const reported = reporting.reportedIn(indicator.extract)
  const cutoffOf = reporting.cutoffOf(indicator.extract)
  const rows = regions.map((region) =>
    progressRow(regionCase(region, { tree, ...figures, inScope, reported, cutoffOf }), about),
  )
  return asked === 'self' ? rows : withRanks(rows, indicator, (row) => rankedAmong(dataset, row))
}

/** Provinces are ranked in the nation; what lies below, in the region asked for or its province. */
function rankedAmong({ tree, top }: Dataset, { region, regionLevel }: ProgressRow): string {
  if (regionLevel === 'province' || top.level !== 'nation') return top.code
  return tree.get(region)?.province ?? top.code
}
