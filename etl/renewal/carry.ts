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
  const columns = await columnsOf(connection, mart)
  const own = columns.filter((name) => !sums?.includes(name))
  await connection.run(differences(mart, table, own, sums))
  const nulls = await withNull(connection, own)
  if (nulls === null) return { rows: 0, hash: 0n }
  const alike = own.map((name) =>
    nulls.has(name) ? `t.${name} is not distinct from d.${name}` : `t.${name} = d.${name}`,
  )
  const places = { table, own, alike: alike.join(' and ') }
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
  await connection.run(`
    delete from ${table} where rowid in (from going_row);
    insert into ${table} from coming`)
  return {
    rows: number('come') - number('gone'),
    hash: hash('come_hash') - hash('gone_hash'),
  }
}

async function columnsOf(connection: DuckDBConnection, mart: string): Promise<string[]> {
  const reader = await connection.runAndReadAll(`from published.${mart} limit 0`)
  return reader.columnNames()
}

/** What is to be added, by the columns that are not added up; of rows, how many copies come or go. */
function differences(
  mart: string,
  table: string,
  own: readonly string[],
  sums: readonly string[] | undefined,
): string {
  const added = sums
    ? [...sums.map((name) => `sum(${name} * sign) as ${name}`), '0 as copies']
    : ['sum(sign) as copies']
  const differs = (sums ?? ['copies']).map((name) => `d.${name} <> 0`).join(' or ')
  return `create or replace temp table side as select *, 0 as sign from ${table} limit 0;
    insert into side by name select *, 1 as sign from present.marts.${mart};
    insert into side by name select *, -1 as sign from past.marts.${mart};
    create or replace temp table difference as
    select row_number() over () as id, d.*
    from (select ${own.join(', ')}, ${added.join(', ')} from side group by all) d
    where ${differs};
    create or replace temp table going as from ${table} limit 0;
    create or replace temp table coming as from ${table} limit 0`
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

interface Places {
  table: string
  own: readonly string[]
  /** When a row `t` of the table is that of a difference `d`. */
  alike: string
}

function exchanged({ table, own, alike }: Places): string {
  const copies = (sign: '' | '-') => `select ${own.join(', ')} from (
      select *, unnest(range(cast(${sign}copies as bigint))) from difference where ${sign}copies > 0
    )`
  return `create or replace temp table going_row as
    select id from (
      select t.rowid as id, d.copies, row_number() over (partition by d.id) as nth
      from ${table} t join (from difference where copies < 0) d on ${alike}
    )
    where nth <= -copies;
    insert into going ${copies('-')};
    insert into coming ${copies('')}`
}

function addedUp({ table, own, alike }: Places, sums: readonly string[]): string {
  const each = (sql: (name: string) => string) => sums.map(sql).join(', ')
  const names = own.map((name) => `d.${name}`).join(', ')
  return `create or replace temp table matched as
    select t.rowid as row, d.id, ${each((name) => `t.${name}`)}
    from ${table} t join difference d on ${alike};
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
