import { randomUUID } from 'node:crypto'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBDriver } from '@cubejs-backend/duckdb-driver'
import {
  DuckDBDateValue,
  DuckDBInstance,
  JsonDuckDBValueConverter,
  type DuckDBResultReader,
  type DuckDBValue,
  type DuckDBValueConverter,
} from '@duckdb/node-api'
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
    const reader = await this.#ask(sql, values)
    return reader.getRowObjectsJson() as R[]
  }

  /** The same by column, in the order of the SELECT: no object a row. */
  async columns(sql: string, values: unknown[] = []): Promise<Cell[][]> {
    const reader = await this.#ask(sql, values)
    return reader.convertColumns(cellConverter())
  }

  async #ask(sql: string, values: unknown[]): Promise<DuckDBResultReader> {
    const answer = this.#run(sql, values)
    this.#underWay.add(answer)
    try {
      return await answer
    } catch (cause) {
      throw new Error(`${MART_FAULT}: ${String(cause)}`, { cause })
    } finally {
      this.#underWay.delete(answer)
    }
  }

  async #run(sql: string, values: unknown[]): Promise<DuckDBResultReader> {
    const { instance } = await this.getInitiatedState()
    return read(instance, sql, values)
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

async function read(instance: DuckDBInstance, sql: string, values: unknown[]) {
  const connection = await instance.connect()
  try {
    return await connection.runAndReadAll(sql, values as DuckDBValue[])
  } finally {
    connection.closeSync()
  }
}

/** Whole numbers as numbers, the same text or day always as one object, all else as JSON has it. */
function cellConverter(): DuckDBValueConverter<Cell> {
  const texts = new Map<string | number, string>()
  const once = (key: string | number, text: () => string): string => {
    const known = texts.get(key) ?? text()
    texts.set(key, known)
    return known
  }
  return (value, type) => {
    if (value === null || typeof value === 'number') return value
    if (typeof value === 'bigint') return Number(value)
    if (typeof value === 'string') return once(value, () => value)
    if (value instanceof DuckDBDateValue) return once(value.days, () => value.toString())
    return JsonDuckDBValueConverter(value, type, JsonDuckDBValueConverter) as Cell
  }
}
