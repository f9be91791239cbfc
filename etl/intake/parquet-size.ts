import { statSync } from 'node:fs'

import type { DuckDBConnection } from '@duckdb/node-api'

import { identifier, literal, rowsOf } from '../database.ts'

const most_ratio = 300
const free_bytes = 64 << 20
/** What a cell takes at least once it is read as text. */
const cell_bytes = 8

/**
 * Those of the Parquet files, all with these columns, that swell out of all proportion when they are read,
 * as a row or a text told once and meant a million times: by the rows they say to have, then by the length
 * of their texts, which are measured without being kept. One that cannot be read is not among them.
 */
export async function swollenAmong(
  connection: DuckDBConnection,
  paths: readonly string[],
  columns: readonly { title: string; type: string }[],
): Promise<Set<string>> {
  const most = new Map(
    paths.map((path) => [path, Math.max(free_bytes, statSync(path).size * most_ratio)]),
  )
  const bytesOf = async (sql: string) => {
    const found = await rowsOf(connection, sql)
    return found.filter(({ path, bytes }) => Number(bytes) > (most.get(String(path)) ?? 0))
  }
  const list = (some: readonly string[]) => `[${some.map(literal).join(', ')}]`
  const texts = columns.filter(({ type }) => type === 'VARCHAR')
  const lengths = ['0', ...texts.map(({ title }) => `coalesce(strlen(${identifier(title)}), 0)`)]
  const path = pathName(columns)
  try {
    const byRows = await bytesOf(
      `select file_name as path,
        cast(num_rows as double) * ${String(columns.length * cell_bytes)} as bytes
      from parquet_file_metadata(${list(paths)})`,
    )
    const swollen = new Set(byRows.map((one) => String(one['path'])))
    const others = paths.filter((one) => !swollen.has(one))
    if (others.length === 0) return swollen
    const byTexts = await bytesOf(
      `select ${path} as path, cast(sum(${lengths.join(' + ')}) as double) as bytes
      from read_parquet(${list(others)}, filename = '${path}') group by all`,
    )
    return new Set([...swollen, ...byTexts.map((one) => String(one['path']))])
  } catch {
    const swollen = new Set<string>()
    for (const one of paths.length > 1 ? paths : [])
      for (const bomb of await swollenAmong(connection, [one], columns)) swollen.add(bomb)
    return swollen
  }
}

/** A name for the path of a row's file that none of the columns has. */
export function pathName(columns: readonly { title: string }[]): string {
  const titles = columns.map(({ title }) => title.toLowerCase())
  let path = 'path'
  while (titles.includes(path)) path += '_'
  return path
}
