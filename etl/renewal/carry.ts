import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { DuckDBConnection } from '@duckdb/node-api'
import { parse } from 'yaml'
import { z } from 'zod'

import { readBalances } from '../balances.ts'
import { rowsOf } from '../database.ts'

const names = z.array(z.string())
const carried = z.strictObject({
  rows: names,
  sums: z.record(z.string(), names),
  anew: names,
  after: names,
})

/** How each mart is carried on, by name: `sums` has the columns that are added up. */
export type Carried = z.infer<typeof carried>

/** etl/sql/carried.yaml, with the balances among its sums. Throws where the file is no valid list. */
export async function readCarried(): Promise<Carried> {
  const path = join(import.meta.dirname, '..', 'sql', 'carried.yaml')
  const { sums, ...others } = carried.parse(parse(await readFile(path, 'utf8')))
  const balances = Object.entries(await readBalances())
  const added = balances.map(([mart, one]) => [mart, Object.keys(one.sums)] as const)
  return { ...others, sums: { ...sums, ...Object.fromEntries(added) } }
}

/** The tables of marts, as etl/marts.ts names them. */
export function named(marts: readonly string[]): string[] {
  return marts.map((mart) => `marts/${mart}`)
}

/** What has come to a table and gone from it; the hash is of contentOf's kind. */
export interface Turnover {
  rows: number
  hash: bigint
}

/** The marts cannot be carried on; all must be counted anew. */
export class CountAnew extends Error {}

/**
 * Brings `published.<mart>` from what it was to what it is, by what `past.marts.<mart>` and
 * `present.marts.<mart>` differ in: rows go and come, or where columns are to be added up their differences
 * are added and a row of which nothing is left goes. Throws CountAnew where a row that must go is not there.
 */
export async function carryOn(
  connection: DuckDBConnection,
  mart: string,
  sums: readonly string[] | undefined,
): Promise<Turnover> {
  const table = `published.${mart}`
  const columns = await columnsOf(connection, table)
  const own = [...columns.keys()].filter((name) => !sums?.includes(name))
  await connection.run(differences(mart, columns, sums))
  const nulls = await withNull(connection, own)
  if (nulls === null) return { rows: 0, hash: 0n }
  const alike = own.map((name) =>
    nulls.has(name) ? `t.${name} is not distinct from d.${name}` : `t.${name} = d.${name}`,
  )
  const rows = nearby(table, own.includes('leaf_code') && !nulls.has('leaf_code'))
  const places = { rows, own, alike: alike.join(' and ') }
  for (const some of ['going', 'coming'])
    await connection.run(`create or replace temp table ${some} as from ${table} limit 0`)
  await connection.run(sums ? addedUp(places, sums) : exchanged(places))
  const [found] = await rowsOf(
    connection,
    `select
      (select cast(count(*) as double) from going_row) as found,
      (select cast(count(*) as double) from going) as gone,
      (select cast(count(*) as double) from coming) as come,
      (select cast(coalesce(sum(hash(g)), 0) as varchar) from going g) as gone_hash,
      (select cast(coalesce(sum(hash(c)), 0) as varchar) from coming c) as come_hash`,
  )
  const number = (name: string) => Number(found?.[name])
  const hash = (name: string) => BigInt(String(found?.[name]))
  if (number('gone') !== number('found')) {
    const expected = `${String(number('gone'))} rows to leave marts.${mart}`
    throw new CountAnew(`Expected ${expected}, found ${String(number('found'))} of them there`)
  }
  if (number('gone') > 0)
    await connection.run(`delete from ${table} where rowid in (from going_row)`)
  if (number('come') > 0) await connection.run(`insert into ${table} from coming`)
  return {
    rows: number('come') - number('gone'),
    hash: hash('come_hash') - hash('gone_hash'),
  }
}

/** The columns of a table with their types. */
async function columnsOf(
  connection: DuckDBConnection,
  table: string,
): Promise<ReadonlyMap<string, string>> {
  const none = await connection.runAndReadAll(`from ${table} limit 0`)
  const types = none.columnTypes()
  return new Map(none.columnNames().map((name, at) => [name, String(types[at])]))
}

/**
 * What is to be added, by the columns that are not added up; of rows, how many copies come or go. Both sides
 * are grouped as they are, since a code is grouped sooner than its text.
 */
function differences(
  mart: string,
  columns: ReadonlyMap<string, string>,
  sums: readonly string[] | undefined,
): string {
  const own = [...columns].filter(([name]) => !sums?.includes(name))
  const names = own.map(([name]) => name).join(', ')
  const typed = own.map(([name, type]) => `cast(${name} as ${type}) as ${name}`)
  const added = (sums ?? []).map((name) => `sum(${name} * sign) as ${name}`)
  const counted = [...added, ...(sums ? [] : ['sum(sign) as copies'])]
  const others = sums ?? ['copies']
  return `create or replace temp table difference as
    select row_number() over () as id, ${[...typed, ...others].join(', ')}
    from (
      select ${names}, ${counted.join(', ')}
      from (
        select *, 1 as sign from present.marts.${mart}
        union all by name
        select *, -1 as sign from past.marts.${mart}
      )
      group by all
    )
    where ${others.map((name) => `${name} <> 0`).join(' or ')}`
}

/** The columns in which a difference has a null, as few have: others are joined more quickly. Null where nothing differs. */
async function withNull(
  connection: DuckDBConnection,
  own: readonly string[],
): Promise<Set<string> | null> {
  const nulls = own.map((name) => `bool_or(${name} is null) as ${name}`)
  const [found] = await rowsOf(connection, `select ${nulls.join(', ')} from difference`)
  const isEmpty = found === undefined || found[own[0] ?? ''] === null
  return isEmpty ? null : new Set(own.filter((name) => found[name] === true))
}

/** The rows of a table, with their place; only those of the counties that differ where that can be told. */
function nearby(table: string, hasCounty: boolean): string {
  const rows = `select *, rowid as place from ${table}`
  if (!hasCounty) return rows
  return `${rows} semi join (select distinct leaf_code from difference) using (leaf_code)`
}

interface Places {
  rows: string
  own: readonly string[]
  /** When a row `t` of the table is that of a difference `d`. */
  alike: string
}

function exchanged({ rows, own, alike }: Places): string {
  const copies = (sign: '' | '-') => `select ${own.join(', ')} from (
      select *, unnest(range(cast(${sign}copies as bigint))) from difference where ${sign}copies > 0
    )`
  return `create or replace temp table going_row as
    select id from (
      select t.place as id, d.copies, row_number() over (partition by d.id) as nth
      from (${rows}) t join (from difference where copies < 0) d on ${alike}
    )
    where nth <= -copies;
    insert into going ${copies('-')};
    insert into coming ${copies('')}`
}

function addedUp({ rows, own, alike }: Places, sums: readonly string[]): string {
  const each = (sql: (name: string) => string) => sums.map(sql).join(', ')
  const names = own.map((name) => `d.${name}`).join(', ')
  return `create or replace temp table matched as
    select t.place as row, d.id, ${each((name) => `t.${name}`)}
    from (${rows}) t join difference d on ${alike};
    create or replace temp table going_row as select row from matched;
    insert into going by name
    select ${names}, ${each((name) => `m.${name}`)} from difference d join matched m using (id);
    insert into coming by name
    from (
      select ${names}, ${each((name) => `coalesce(m.${name}, 0) + d.${name} as ${name}`)}
      from difference d left join matched m using (id)
    )
    where ${sums.map((name) => `${name} <> 0`).join(' or ')}`
}
