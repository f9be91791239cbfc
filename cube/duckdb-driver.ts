import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBDriver } from '@cubejs-backend/duckdb-driver'
import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api'
import { cellsOf } from './cells.ts'
import type { Cell } from './rows.ts'

/** Begins the message of every error that comes from DuckDB. */
export const MART_FAULT = 'MartFault'

/**
 * Marts are joined with a few as-of days by their span of days: a plain loop over those takes a third of
 * the time of the join that DuckDB 1.5.5 chooses by itself from a thousand rows on.
 */
export const range_joins = 'SET GLOBAL merge_join_threshold = 1000000000'

const lockdown = [
  range_joins,
  "SET GLOBAL TimeZone = 'UTC'",
  'SET enable_external_access = false',
  'SET lock_configuration = true',
]

/**
 * A snapshot's mart file, opened read-only: no other file, no extension and no setting can be
 * reached from a query. The official driver sends all queries through one connection; here each
 * has its own, so that two threads serve two people at once.
 */
export class MartDriver extends DuckDBDriver {
  readonly #path: string
  readonly #onOpen: (driver: MartDriver) => void
  readonly #underWay = new Set<Promise<unknown>>()

  /** `onOpen` is told at each opening: a driver that was released opens its file again when asked. */
  constructor(path: string, onOpen: (driver: MartDriver) => void = () => undefined) {
    super()
    this.#path = path
    this.#onOpen = onOpen
  }

  protected override async init() {
    this.#onOpen(this)
    const instance = await DuckDBInstance.create(this.#path, {
      access_mode: 'READ_ONLY',
      threads: '2',
      memory_limit: process.env['DUCKDB_MEMORY_LIMIT'] ?? '2GB',
      temp_directory: join(tmpdir(), `jiuye-spill-${process.pid}-${randomUUID()}`),
      autoinstall_known_extensions: 'false',
    })
    const defaultConnection = await instance.connect()
    for (const statement of lockdown) await defaultConnection.run(statement)
    return { defaultConnection, instance }
  }

  override async query<R = unknown>(sql: string, values: unknown[] = []): Promise<R[]> {
    return this.#ask(async (connection) => {
      const reader = await connection.runAndReadAll(sql, values as DuckDBValue[])
      return reader.getRowObjectsJson() as R[]
    })
  }

  /** The same by column, in the order of the SELECT: no object a row. */
  async columns(sql: string, values: unknown[] = []): Promise<Cell[][]> {
    return this.#ask(async (connection) => {
      const result = await connection.run(sql, values as DuckDBValue[])
      return cellsOf(await result.fetchAllChunks(), result.columnTypes())
    })
  }

  async #ask<Answer>(read: (connection: DuckDBConnection) => Promise<Answer>): Promise<Answer> {
    const answer = this.#connected(read)
    this.#underWay.add(answer)
    try {
      return await answer
    } catch (cause) {
      throw new Error(`${MART_FAULT}: ${String(cause)}`, { cause })
    } finally {
      this.#underWay.delete(answer)
    }
  }

  async #connected<Answer>(read: (connection: DuckDBConnection) => Promise<Answer>) {
    const { instance } = await this.getInitiatedState()
    const connection = await instance.connect()
    try {
      return await read(connection)
    } finally {
      connection.closeSync()
    }
  }

  /** Closes the file once the answers under way are given. */
  override async release(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay)
    await super.release()
  }

  override readOnly(): boolean {
    return true
  }
}
