import type { Request } from 'express'
import type { LoadMetrics } from '../cube/metrics.ts'
import type { Session } from './session.ts'
import type { Snapshots } from './snapshots.ts'

export type { Filter, LoadMetrics, MetricsRow, SecurityContext } from '../cube/metrics.ts'
export type { Session } from './session.ts'
export type { Snapshot, Snapshots } from './snapshots.ts'

/** What a router needs to answer. */
export type Deps = {
  loadMetrics: LoadMetrics
  snapshots: Snapshots
  /** The signed-in person; always there behind the sign-in middleware. */
  sessionOf: (request: Request) => Session
}
