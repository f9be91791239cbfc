import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api'

export interface Database {
  connection: DuckDBConnection
  /** One more, for what runs beside; it is closed before the database is. */
  connect: () => Promise<DuckDBConnection>
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
  const connect = async () => {
    const connection = await instance.connect()
    await connection.run("set timezone = 'UTC'")
    return connection
  }
  const connection = await connect()
  return {
    connection,
    connect,
    close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

/**
 * Opens a database at `path` for what is made anew and thrown away if the program is killed: it keeps no
 * log, and so does not wait for the disk after each statement, nor is it written out when it is closed.
 */
export async function openScratch(
  path: string,
  options: Record<string, string> = {},
): Promise<Database> {
  const database = await openDatabase(':memory:', options)
  await database.connection.run('pragma disable_checkpoint_on_shutdown')
  await attachWithoutLog(database.connection, path, 'scratch')
  await database.connection.run('use scratch')
  const connect = async () => {
    const connection = await database.connect()
    await connection.run('use scratch')
    return connection
  }
  return { ...database, connect }
}

/**
 * Attaches the file at `path`; what is written to it lies in it whole only after a checkpoint. The latest
 * form of storage writes text in half the time.
 */
export async function attachWithoutLog(
  connection: DuckDBConnection,
  path: string,
  name: string,
): Promise<void> {
  const options = `recovery_mode 'no_wal_writes', storage_version 'latest'`
  await connection.run(`attach ${literal(path)} as ${name} (${options})`)
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
