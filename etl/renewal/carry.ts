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
  await connection.run(sums ? addedUp(table, own, sums) : exchanged(table, own))
  const [found] = await rowsOf(
    connection,
    `select
      (select cast(count(*) as double) from going) as gone,
      (select cast(count(*) as double) from coming) as come,
      (select cast(coalesce(sum(hash(g)), 0) as varchar) from going g) as gone_hash,
      (select cast(coalesce(sum(hash(c)), 0) as varchar) from coming c) as come_hash,
      (select cast(coalesce(sum(-copies), 0) as double) from difference where copies < 0) as to_go`,
  )
  const number = (name: string) => Number(found?.[name])
  const hash = (name: string) => BigInt(String(found?.[name]))
  if (sums === undefined && number('gone') !== number('to_go')) {
    const expected = `${String(number('to_go'))} rows to leave marts.${mart}`
    throw new CountAnew(`Expected ${expected}, found ${String(number('gone'))} of them there`)
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
  const found = await rowsOf(
    connection,
    `select column_name as name from duckdb_columns()
    where database_name = 'published' and table_name = '${mart}' order by column_index`,
  )
  return found.map(({ name }) => String(name))
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
    create or replace temp table going_row (id bigint);
    create or replace temp table coming as from ${table} limit 0`
}

function exchanged(table: string, own: readonly string[]): string {
  return `insert into going_row
    select id from (
      select t.rowid as id, d.copies, row_number() over (partition by d.id) as nth
      from ${table} t join (from difference where copies < 0) d on ${alike(own)}
    )
    where nth <= -copies;
    create or replace temp table going as
    select t.* from ${table} t where rowid in (from going_row);
    insert into coming
    select ${own.join(', ')}
    from (select *, unnest(range(cast(copies as bigint))) from difference where copies > 0)`
}

function addedUp(table: string, own: readonly string[], sums: readonly string[]): string {
  const total = (name: string) => `coalesce(t.${name}, 0) + d.${name} as ${name}`
  return `create or replace temp table total as
    select t.rowid as id, ${own.map((name) => `d.${name}`).join(', ')}, ${sums.map(total).join(', ')}
    from difference d left join ${table} t on ${alike(own)};
    insert into going_row select id from total where id is not null;
    create or replace temp table going as
    select t.* from ${table} t where rowid in (from going_row);
    insert into coming by name
    select * exclude (id) from total where ${sums.map((name) => `${name} <> 0`).join(' or ')}`
}

function alike(own: readonly string[]): string {
  return own.map((name) => `t.${name} is not distinct from d.${name}`).join(' and ')
}
