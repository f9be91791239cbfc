import { createHash } from 'node:crypto'

import type { DuckDBConnection } from '@duckdb/node-api'

import { identifier, literal, rowsOf } from './database.ts'

export interface TableContent {
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
    tables.push(await tableContentOf(connection, path, { table, columns: columns as string[] }))
  }
  const macros = await rowsOf(
    connection,
    `select distinct function_name as name from duckdb_functions()
    where function_type = 'macro' and not internal and schema_name = ${literal(schema)}
      and database_name = ${database}
    order by name`,
  )
  return { hash: contentHashOf(tables), tables, macros: macros.map(({ name }) => String(name)) }
}

export function contentHashOf(tables: readonly TableContent[]): string {
  return createHash('sha256').update(JSON.stringify(tables)).digest('hex')
}

/** What a table of the schema at `path` holds now. */
export async function tableContentOf(
  connection: DuckDBConnection,
  path: readonly string[],
  { table, columns }: Pick<TableContent, 'table' | 'columns'>,
): Promise<TableContent> {
  const [row] = await rowsOf(
    connection,
    `select cast(count(*) as double) as rows, cast(coalesce(sum(hash(t)), 0) as varchar) as hash
    from ${[...path, table].map(identifier).join('.')} t`,
  )
  return { table, rows: Number(row?.['rows']), hash: String(row?.['hash']), columns }
}
