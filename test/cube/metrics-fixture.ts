import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import {
  Metrics,
  type LoadMetrics,
  type MetricsQuery,
  type Role,
  type SecurityContext,
} from '../../cube/metrics.ts'
import { writeMart } from './mart-fixture.ts'

const AS_OF = '2018-06-30'

export type Who = { role?: Role; region?: string }

export type Bench = {
  metrics: Metrics
  load: (query: MetricsQuery, who?: Who) => ReturnType<Metrics['load']>
  /** The same question in plain SQL on the mart; numbers as numbers. */
  sql: (query: string) => Promise<Record<string, unknown>[]>
  close: () => Promise<void>
}

export const supervisor: Who = { role: 'supervisor', region: '440000' }

/** Cube over a hand-made mart, with DuckDB beside it to check against. */
export async function openBench(): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'mart-'))
  const path = join(folder, 'marts.duckdb')
  await writeMart(path)
  const metrics = new Metrics({ martPath: () => path, asOf: () => AS_OF })
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY', threads: '2' })
  const connection = await instance.connect()
  return {
    metrics,
    load: (query, { role = 'leader', region = '000000' } = {}) =>
      metrics.load(query, { user: 'somebody', role, region, snapshot: 'bench' }),
    sql: async (query) => (await connection.runAndReadAll(query)).getRowObjectsJson(),
    close: async () => {
      connection.closeSync()
      instance.closeSync()
      await metrics.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}

/** The metrics, and `told` of every question to them. */
export function watching(load: LoadMetrics, told: (query: MetricsQuery) => void): LoadMetrics {
  const ask =
    <Answer>(read: (query: MetricsQuery, context: SecurityContext) => Promise<Answer>) =>
    (query: MetricsQuery, context: SecurityContext) => {
      told(query)
      return read(query, context)
    }
  return Object.assign(ask(load), { columns: ask(load.columns) })
}
