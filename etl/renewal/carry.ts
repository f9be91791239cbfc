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

/** How many rows leave a mart and come to it, and by how much its hash, of contentOf's kind, changes. */
export interface Turnover {
  mart: string
  gone: number
  come: number
  hash: bigint
}

/** The marts cannot be carried on; all must be counted anew. */
export class CountAnew extends Error {}

/**
 * Makes `renewal.leaving_<mart>`, the places of the rows that leave `published.<mart>`, and `renewal.entering_<mart>`,
 * the rows that come to it, by what `past.marts.<mart>` and `present.marts.<mart>` differ in: rows go and come, or
 * where columns are to be added up their differences are added and a row of which nothing is left goes. Throws
 * CountAnew where a row that must go is not there.
 */
export async function findTurnover(
  connection: DuckDBConnection,
  mart: string,
  sums: readonly string[] | undefined,
): Promise<Turnover> {
  const table = `published.${mart}`
  const columns = await columnsOf(connection, table)
  const own = [...columns.keys()].filter((name) => !sums?.includes(name))
  await connection.run(differences(mart, columns, sums))
  const nulls = await withNull(connection, own)
  if (nulls === null) return { mart, gone: 0, come: 0, hash: 0n }
  const alike = own.map((name) =>
    nulls.has(name) ? `t.${name} is not distinct from d.${name}` : `t.${name} = d.${name}`,
  )
  const rows = nearby(table, own.includes('leaf_code') && !nulls.has('leaf_code'))
  const places = { mart, rows, own, alike: alike.join(' and ') }
  await connection.run(`
    create or replace temp table going as from ${table} limit 0;
    create table renewal.entering_${mart} as from ${table} limit 0`)
  await connection.run(sums ? addedUp(places, sums) : exchanged(places))
  const [found] = await rowsOf(
    connection,
    `select
      (select cast(count(*) as double) from renewal.leaving_${mart}) as found,
      (select cast(count(*) as double) from going) as gone,
      (select cast(count(*) as double) from renewal.entering_${mart}) as come,
      (select cast(coalesce(sum(hash(g)), 0) as varchar) from going g) as gone_hash,
      (select cast(coalesce(sum(hash(c)), 0) as varchar) from renewal.entering_${mart} c) as come_hash`,
  )
  const number = (name: string) => Number(found?.[name])
  const hash = (name: string) => BigInt(String(found?.[name]))
  if (number('gone') !== number('found')) {
    const expected = `${String(number('gone'))} rows to leave marts.${mart}`
    throw new CountAnew(`Expected ${expected}, found ${String(number('found'))} of them there`)
  }
  return {
    mart,
    gone: number('gone'),
    come: number('come'),
    hash: hash('come_hash') - hash('gone_hash'),
  }
}

/**
 * Brings the marts from what they were to what they are, in one transaction: the places of rows hold until it is
 * committed. Nothing else may write to the database meanwhile.
 */
export async function turnOver(
  connection: DuckDBConnection,
  turnovers: readonly Turnover[],
): Promise<void> {
  await connection.run('begin transaction')
  try {
    for (const turnover of turnovers) await turnOne(connection, turnover)
    await connection.run('commit')
  } catch (error) {
    await connection.run('rollback')
    throw error
  }
}

async function turnOne(
  connection: DuckDBConnection,
  { mart, gone, come }: Turnover,
): Promise<void> {
  const table = `published.${mart}`
  const leave = `delete from ${table} where rowid in (from renewal.leaving_${mart})`
  const left = gone === 0 ? 0 : await changedBy(connection, leave)
  const enter = `insert into ${table} from renewal.entering_${mart}`
  const entered = come === 0 ? 0 : await changedBy(connection, enter)
  if (left === gone && entered === come) return
  const expected = `${String(gone)} rows to leave marts.${mart} and ${String(come)} to come`
  throw new CountAnew(`Expected ${expected}, found ${String(left)} and ${String(entered)}`)
}

async function changedBy(connection: DuckDBConnection, sql: string): Promise<number> {
  const { rowsChanged } = await connection.run(sql)
  return rowsChanged
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
  mart: string
  rows: string
  own: readonly string[]
  /** When a row `t` of the table is that of a difference `d`. */
  alike: string
}

function exchanged({ mart, rows, own, alike }: Places): string {
  const copies = (sign: '' | '-') => `select ${own.join(', ')} from (
      select *, unnest(range(cast(${sign}copies as bigint))) from difference where ${sign}copies > 0
    )`
  return `create table renewal.leaving_${mart} as
    select id from (
      select t.place as id, d.copies, row_number() over (partition by d.id) as nth
      from (${rows}) t join (from difference where copies < 0) d on ${alike}
    )
    where nth <= -copies;
    insert into going ${copies('-')};
    insert into renewal.entering_${mart} ${copies('')}`
}

function addedUp({ mart, rows, own, alike }: Places, sums: readonly string[]): string {
  const each = (sql: (name: string) => string) => sums.map(sql).join(', ')
  const names = own.map((name) => `d.${name}`).join(', ')
  return `create or replace temp table matched as
    select t.place as row, d.id, ${each((name) => `t.${name}`)}
    from (${rows}) t join difference d on ${alike};
    create table renewal.leaving_${mart} as select row from matched;
    insert into going by name
    select ${names}, ${each((name) => `m.${name}`)} from difference d join matched m using (id);
    insert into renewal.entering_${mart} by name
    from (
      select ${names}, ${each((name) => `coalesce(m.${name}, 0) + d.${name} as ${name}`)}
      from difference d left join matched m using (id)
    )
    where ${sums.map((name) => `${name} <> 0`).join(' or ')}`
}
