import type { Request } from 'express'
import type { LoadMetrics } from '../cube/metrics.ts'
import type { Person, Session } from './session.ts'
import type { Snapshots } from './snapshots.ts'

export type {
  Columns,
  Filter,
  LoadMetrics,
  MetricsQuery,
  MetricsRow,
  SecurityContext,
} from '../cube/metrics.ts'
export type { Session } from './session.ts'
export type { Snapshot, Snapshots } from './snapshots.ts'

/** What a router needs to answer. */
export type Deps = {
  loadMetrics: LoadMetrics
  snapshots: Snapshots
  /** The signed-in person; always there behind the sign-in middleware. */
  personOf: (request: Request) => Person
  /** The same as one who reads figures; throws Problem 403 for a respondent. */
  sessionOf: (request: Request) => Session
}
