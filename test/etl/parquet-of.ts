import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { literal, openDatabase } from '../../etl/database.ts'
import { temporaryFolder } from './staged-inbox.ts'

/** The rows of a query as a Parquet file. */
export async function parquetOf(select: string): Promise<Buffer> {
  const folder = temporaryFolder()
  const { connection, close } = await openDatabase(':memory:')
  try {
    const path = join(folder, 'x.parquet')
    await connection.run(`copy (${select}) to ${literal(path)} (format parquet)`)
    return readFileSync(path)
  } finally {
    close()
    rmSync(folder, { recursive: true })
  }
}
