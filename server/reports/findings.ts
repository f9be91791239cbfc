import type { Deps, Session } from '../deps.ts'
import { addDays, quarterEnd, quarterOf, yearOf, type Day } from '../progress/day.ts'
import { elapsedOn, type Elapsed } from '../progress/elapsed.ts'
import type { Indicator, Level } from '../progress/plan.ts'
import type { ProgressRow } from '../progress/row.ts'
import { openDatasetFor, type Dataset } from '../reading/dataset.ts'
import { regionsUnder } from '../reading/regions.ts'
import { readRows } from '../reading/rows.ts'
import { countedIn } from './shown.ts'
import type { ReportKind, ReportOrder } from './order.ts'

/** One indicator: the region's own row, the same before the period, and the regions below. */
export type IndicatorFindings = {
  indicator: Pick<
    Indicator,
    'code' | 'name' | 'group' | 'kind' | 'unit' | 'direction' | 'clause'
  > & {
    isInterpretation: boolean
    /** What a ratio's parts are counted in. */
    counted: string
  }
  own: ProgressRow
  before: ProgressRow | null
  regions: ProgressRow[]
}

/** All that a report is written from; nothing else enters it but the evaluator's own words. */
export type Findings = {
  order: ReportOrder
  planName: string
  planSource: string
  regionName: string
  regionLevel: Level
  ruleVersion: string
  /** The demonstration's scale (1 : ratio), null of real data. */
  ratio: number | null
  elapsed: Elapsed
  indicators: IndicatorFindings[]
}

/** The last day before the period that the report is about; null where it is the plan so far. */
function dayBeforePeriod(kind: ReportKind, asOf: Day): Day | null {
  if (kind === 'yearly') return `${yearOf(asOf) - 1}-12-31`
  if (kind !== 'quarterly') return null
  const firstMonth = String(Number(quarterEnd(quarterOf(asOf)).slice(5, 7)) - 2).padStart(2, '0')
  return addDays(`${yearOf(asOf)}-${firstMonth}-01`, -1)
}

/** The level next below the region: prefectures where there are any, otherwise counties. */
function levelBelow({ tree, top }: Dataset): Exclude<Level, 'nation'> {
  if (top.level === 'nation') return 'province'
  return regionsUnder(tree, top, 'prefecture', () => false).length > 0 ? 'prefecture' : 'county'
}

/** Rejects with Problem where the order names no snapshot, plan or region, or one out of reach. */
export async function findingsOf(
  deps: Pick<Deps, 'loadMetrics' | 'snapshots'>,
  session: Session,
  order: ReportOrder,
): Promise<Findings> {
  const dataset = await openDatasetFor(deps, session, { ...order, level: 'self' })
  const { plan, snapshot, top, asOf } = dataset
  const before = await rowsBefore(deps, session, order)
  const own = await readRows(dataset, 'self', plan.indicators)
  const below = await readRows(dataset, levelBelow(dataset), plan.indicators)
  const { manifest } = snapshot
  return {
    order,
    planName: plan.name.zh,
    planSource: plan.source.zh,
    regionName: top.name,
    regionLevel: top.level,
    ruleVersion: String(manifest.ruleVersion),
    ratio: manifest.demonstration?.ratio ?? null,
    elapsed: elapsedOn(plan.starts_on, plan.ends_on, asOf),
    indicators: plan.indicators.flatMap((indicator) => {
      const of = (rows: ProgressRow[]) => rows.filter((row) => row.indicator === indicator.code)
      const [row] = of(own)
      return row === undefined
        ? []
        : [
            {
              indicator: named(indicator),
              own: row,
              before: of(before)[0] ?? null,
              regions: of(below).filter(isHeld),
            },
          ]
    }),
  }
}

async function rowsBefore(
  deps: Pick<Deps, 'loadMetrics' | 'snapshots'>,
  session: Session,
  order: ReportOrder,
): Promise<ProgressRow[]> {
  const day = dayBeforePeriod(order.kind, order.asOf)
  if (day === null) return []
  const dataset = await openDatasetFor(deps, session, { ...order, asOf: day, level: 'self' })
  const grown = dataset.plan.indicators.filter(({ kind }) => kind === 'cumulative')
  return grown.length === 0 ? [] : readRows(dataset, 'self', grown)
}

function named(indicator: Indicator) {
  const { code, name, group, kind, unit, direction, clause, interpretation } = indicator
  const isInterpretation = interpretation !== null
  const counted = countedIn(indicator)
  return { code, name, group, kind, unit, direction, clause, isInterpretation, counted }
}

/** A region to which the indicator does not apply has no line. */
function isHeld({ reason }: ProgressRow): boolean {
  return reason !== 'not_applicable'
}
