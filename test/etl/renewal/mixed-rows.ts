import { DuckDBInstance } from '@duckdb/node-api'

import { keyColumns, type Layout } from '../../../etl/layouts.ts'
import { readInbox } from '../sample/read-inbox.ts'

type Row = ReadonlyMap<string, string>
export type Random = () => number

/** All rows of an inbox's sound files, by extract. */
export async function poolOf(
  inbox: string,
  layouts: readonly Layout[],
): Promise<ReadonlyMap<string, Row[]>> {
  const database = await DuckDBInstance.create(':memory:')
  const connection = await database.connect()
  const pool = new Map<string, Row[]>(layouts.map(({ extract }) => [extract, []]))
  for await (const { extract, rows } of readInbox(inbox, connection)) {
    pool.get(extract)?.push(...rows.map(({ values }) => values))
  }
  connection.closeSync()
  database.closeSync()
  return pool
}

/**
 * A text of a few rows of the pool in which some cells come from other rows: other people under the same
 * record's number, people who move, households that grow, employers with other people, rows that retract.
 */
export function mixedFile(
  layout: Layout,
  rows: readonly Row[],
  { random, count }: { random: Random; count: number },
): string {
  const one = () => rows[Math.floor(random() * rows.length)] ?? new Map<string, string>()
  const keys = new Set(keyColumns(layout).map(({ zh }) => zh))
  const line = () => {
    const [base, other] = [one(), one()]
    const isVoid = random() < 0.15
    return layout.columns.map(({ zh, name }) => {
      if (name === 'record_state') return isVoid ? '作废' : ''
      if (isVoid && !keys.has(zh)) return ''
      const from = random() < 0.25 ? (random() < 0.5 ? other : one()) : base
      return from.get(zh) ?? ''
    })
  }
  const lines = [layout.columns.map(({ zh }) => zh), ...Array.from({ length: count }, line)]
  return `${lines.map((cells) => cells.map(quoted).join(',')).join('\n')}\n`
}

function quoted(cell: string): string {
  return /[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}

/** Numbers from 0 to 1 that the same seed gives again (mulberry32). */
export function randomFrom(seed: number): Random {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}
