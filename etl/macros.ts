import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { DuckDBConnection } from '@duckdb/node-api'

const sql = join(import.meta.dirname, 'sql')

/**
 * Creates the macros of a folder of `etl/sql` in the database in use: `macros` are for a load alone,
 * `published` go into the marts too, where Cube uses them. Throws with the file where one is wrong.
 */
export async function createMacros(
  connection: DuckDBConnection,
  folder: 'macros' | 'published',
): Promise<void> {
  let waiting = (await readdir(join(sql, folder))).sort()
  // A macro may use others, which must be there first: what fails is tried again after the rest.
  for (let failed: string[]; waiting.length > 0; waiting = failed) {
    failed = []
    let fault = new Error()
    for (const file of waiting) {
      try {
        await connection.run(await readFile(join(sql, folder, file), 'utf8'))
      } catch (error) {
        fault = new Error(`etl/sql/${folder}/${file} failed: ${String(error)}`, { cause: error })
        failed.push(file)
      }
    }
    if (failed.length === waiting.length) throw fault
  }
}
