import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'

export interface Database {
  connection: DuckDBConnection
  close: () => void
}

/** Opens the DuckDB file at `path` for writing; days and times are read in UTC whatever the host's zone. */
export async function openDatabase(
  path: string,
  options: Record<string, string> = {},
): Promise<Database> {
  const instance = await DuckDBInstance.create(path, {
    autoinstall_known_extensions: 'false',
    ...options,
  })
  const connection = await instance.connect()
  await connection.run("set timezone = 'UTC'")
  return {
    connection,
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

export function literal(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}

export function identifier(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** The rows of a query as plain objects; counts come as text where they may exceed 2^53. */
export async function rowsOf(
  connection: DuckDBConnection,
  sql: string,
): Promise<Record<string, unknown>[]> {
  const reader = await connection.runAndReadAll(sql)
  return reader.getRowObjectsJson()
}
