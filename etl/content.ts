import { createHash } from 'node:crypto'

import type { DuckDBConnection } from '@duckdb/node-api'

import { identifier, literal, rowsOf } from './database.ts'

interface TableContent {
  table: string
  rows: number
  /** Of all rows whatever their order; equal within one version of DuckDB. */
  hash: string
  /** Name and type of each, in order. */
  columns: string[]
}

export interface Content {
  /** Of all tables: the same files under the same rules give the same one. */
  hash: string
  tables: TableContent[]
  /** Names of the macros that questions to the tables may use. */
  macros: string[]
}

/** What the tables of a schema (of the database attached as `catalog`, else the first) hold. */
export async function contentOf(
  connection: DuckDBConnection,
  schema: string,
  catalog?: string,
): Promise<Content> {
  const database = catalog === undefined ? 'current_database()' : literal(catalog)
  const found = await rowsOf(
    connection,
    `select table_name as name, list(column_name || ' ' || data_type order by column_index) as columns
    from duckdb_columns()
    where schema_name = ${literal(schema)} and database_name = ${database}
    group by all order by name`,
  )
  const path = catalog === undefined ? [schema] : [catalog, schema]
  const tables: TableContent[] = []
  for (const { name, columns } of found) {
    const table = String(name)
    const counted = await rowsAndHash(connection, [...path, table].map(identifier).join('.'))
    tables.push({ table, ...counted, columns: columns as string[] })
  }
  const macros = await rowsOf(
    connection,
    `select distinct function_name as name from duckdb_functions()
    where function_type = 'macro' and not internal and schema_name = ${literal(schema)}
      and database_name = ${database}
    order by name`,
  )
  const hash = createHash('sha256').update(JSON.stringify(tables)).digest('hex')
  return { hash, tables, macros: macros.map(({ name }) => String(name)) }
}

async function rowsAndHash(connection: DuckDBConnection, table: string) {
  const [row] = await rowsOf(
    connection,
    `select cast(count(*) as double) as rows, cast(coalesce(sum(hash(t)), 0) as varchar) as hash
    from ${table} t`,
  )
  return { rows: Number(row?.['rows']), hash: String(row?.['hash']) }
}
