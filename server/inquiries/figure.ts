import type { Deps, Session } from '../deps.ts'
import { indicatorOf } from '../reading/catalogue.ts'
import { openDatasetFor, type Dataset } from '../reading/dataset.ts'
import { readRows } from '../reading/rows.ts'
import type { Figure } from './entry.ts'

type Wanted = {
  plan: string
  indicator: string
  region: string
  asOf?: string | undefined
  snapshot?: string | undefined
}

export type Source = Pick<Deps, 'loadMetrics' | 'snapshots'>
export type Seen = { dataset: Dataset; figure: Figure; isRate: boolean }

/** The figure as the session may see it. Throws Problem: unknown (404) or out of reach (403). */
export async function readFigure(source: Source, session: Session, wanted: Wanted): Promise<Seen> {
  const dataset = await openDatasetFor(source, session, { ...wanted, level: 'self' })
  const indicator = indicatorOf(dataset.plan, wanted.indicator)
  const [row] = await readRows(dataset, 'self', [indicator])
  if (row === undefined) throw new Error(`no row for ${wanted.indicator} of ${wanted.region}`)
  const { actual, target, expected, status, reason } = row
  const figure = {
    snapshot: dataset.snapshot.id,
    asOf: dataset.asOf,
    ...{ actual, target, expected, status, reason },
  }
  return { dataset, figure, isRate: indicator.unit === 'percent' }
}
