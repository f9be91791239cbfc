import { statSync } from 'node:fs'

import type { DuckDBConnection } from '@duckdb/node-api'

import { identifier, literal, rowsOf } from '../database.ts'

const most_ratio = 300
const free_bytes = 64 << 20
/** What a cell takes at least once it is read as text. */
const cell_bytes = 8

/**
 * Whether a Parquet file swells out of all proportion when it is read, as a row or a text told once and
 * meant a million times: by the rows it says to have, then by the length of its texts, which are measured
 * without being kept. False for one that cannot be read.
 */
export async function isSwollen(
  connection: DuckDBConnection,
  path: string,
  columns: readonly { title: string; type: string }[],
): Promise<boolean> {
  const most = Math.max(free_bytes, statSync(path).size * most_ratio)
  const asked = async (sql: string) => Number((await rowsOf(connection, sql))[0]?.['found'] ?? 0)
  const texts = columns.filter(({ type }) => type === 'VARCHAR')
  const lengths = ['0', ...texts.map(({ title }) => `coalesce(strlen(${identifier(title)}), 0)`)]
  try {
    const rows = await asked(
      `select cast(num_rows as double) as found from parquet_file_metadata(${literal(path)})`,
    )
    if (rows * columns.length * cell_bytes > most) return true
    const bytes = await asked(
      `select cast(sum(${lengths.join(' + ')}) as double) as found from read_parquet(${literal(path)})`,
    )
    return bytes > most
  } catch {
    return false
  }
}
