import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import type { DuckDBConnection, Json } from '@duckdb/node-api'
import { onTestFinished } from 'vitest'

import { openDatabase } from '../../../etl/database.ts'
import { buildMarts } from '../../../etl/marts.ts'
import { createStaging, defaults, extracts } from './staging-tables.ts'

type Value = string | number | boolean | null
export type Row = Record<string, Value>
/**
 * Rows by staging table; `person: 'a'` names a person, anything not named has a plain default. Unless
 * files are named, every unit has reported trainings and employment.
 */
export type Staged = Record<string, Row[]>

export const fixture = join(import.meta.dirname, 'fixture')

const units = ['110000', '210000', '230000', '420000', '440000', '650000', '660000']
const everyFile = ['training', 'employment'].flatMap((extract) =>
  units.map((unit) => ({ unit, extract })),
)

/** A fresh in-memory database with the given staging rows and the marts made from them. */
export async function marts(staged: Staged, asOf = '2018-06-30'): Promise<DuckDBConnection> {
  const connection = await stage(staged)
  await buildMarts(connection, { asOf, dataDir: fixture })
  return connection
}

export async function stage(staged: Staged): Promise<DuckDBConnection> {
  const { connection } = await openDatabase(':memory:', { threads: '1' })
  await createStaging(connection)
  let order = 0
  for (const [table, rows] of Object.entries({ file: everyFile, ...staged })) {
    for (const row of rows) {
      order += 1
      const numbered = table in extracts ? { submitted_order: order, line: order } : {}
      await insert(connection, table, { ...numbered, ...row })
    }
  }
  return connection
}

async function insert(connection: DuckDBConnection, table: string, row: Row): Promise<void> {
  const { person, ...given } = row
  const ids = typeof person === 'string' ? { person_id: id(person) } : {}
  const values = { ...defaults[table], ...ids, ...given }
  const marks = Object.keys(values).map((_, index) => `$${String(index + 1)}`)
  await connection.run(
    `insert into staging.${table} (${Object.keys(values).join(', ')}) values (${marks.join(', ')})`,
    Object.values(values),
  )
}

/** The UUID that stands for a person with a short name. */
export function id(name: string): string {
  const hex = Buffer.from(name).toString('hex').padStart(12, '0')
  return `00000000-0000-0000-0000-${hex}`
}

/** The rows of a query, each joined with spaces; a person's UUID shows as the short name. */
export async function lines(connection: DuckDBConnection, sql: string): Promise<string[]> {
  const reader = await connection.runAndReadAll(sql)
  return reader.getRowsJson().map((row) => row.map(shown).join(' '))
}

function shown(json: Json): string {
  const value = typeof json === 'string' ? json : JSON.stringify(json)
  if (!value.startsWith('00000000-0000-0000-0000-')) return value
  return Buffer.from(value.slice(24).replace(/^(00)+/, ''), 'hex').toString()
}

/** A directory that goes away with the test. */
export async function temporaryDirectory(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), 'marts-'))
  onTestFinished(() => rm(directory, { recursive: true }))
  return directory
}
