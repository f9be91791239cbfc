import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream, mkdirSync, renameSync, rmSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pipeline } from 'node:stream/promises'

import type { DuckDBConnection } from '@duckdb/node-api'

import { balanceMarts } from '../balances.ts'
import { type Content, contentHashOf, type TableContent, tableContentOf } from '../content.ts'
import { attachWithoutLog, literal, rowsOf } from '../database.ts'
import { unfinished } from '../durable.ts'
import { createMacros } from '../macros.ts'
import { type BuildInput, buildTables, prepareMarts, tables } from '../marts.ts'
import { folderOf } from '../published.ts'
import { step } from '../step.ts'
import { attachSides, selectAffected } from './affected.ts'
import { type Carried, carryOn, CountAnew, readCarried } from './carry.ts'
import type { Change } from './change.ts'

interface Renewal extends BuildInput {
  warehouse: string
  asOf: string
  change: Change
}

/** What depends on no record, and is made once for both sides. */
const shared = [
  'standing/region_unit',
  'standing/region_step',
  'standing/landing',
  'marts/region_landing',
  'marts/region',
  'marts/as_of',
  'marts/plan_indicator',
]

const sides = ['past', 'present'] as const
type Side = (typeof sides)[number]

/**
 * Carries the current snapshot's marts on to what is staged, without counting the whole nation: what each
 * record adds to a mart is counted twice, of the affected records as they were (`past`) and as they are
 * (`present`), and the marts change by the difference. Whoever is not affected adds the same to both, be it
 * right or, for want of other rows, wrong, and so nothing to the difference. Makes `standing.file_rows`; answers
 * what writes the new marts to a path. Throws CountAnew where that cannot be: where the snapshot is not what its
 * files say, or a unit has reported something for the first time.
 */
export async function renew(
  connection: DuckDBConnection,
  input: Renewal,
): Promise<(path: string) => Promise<Content>> {
  const { warehouse, change, onProgress } = input
  const before = join(folderOf(warehouse, change.before.id), 'marts.duckdb')
  const draft = join(warehouse, 'snapshots', `renewed${unfinished}`)
  rmSync(draft, { recursive: true, force: true })
  const copied = copyOf(before, join(draft, 'marts.duckdb'))
  copied.catch(() => undefined)
  await connection.run(`attach ${literal(before)} as before (read_only)`)
  const carried = await readCarried()
  const { anew, after } = carried
  await prepareMarts(connection, input)
  const whole = await neededFor(named(anew), new Set())
  await buildTables(connection, whole, input)
  await selectAffected(connection, { warehouse, change, onProgress })
  await attachSides(connection)
  await countSides(connection, input, carried)
  await countFiles(connection, change)
  if ((await copied) !== change.before.artifacts[0]?.sha256)
    throw new CountAnew(`${before} is not as its manifest says`)
  return async (path) => {
    renameSync(join(draft, 'marts.duckdb'), path)
    rmSync(draft, { recursive: true })
    await attachWithoutLog(connection, path, 'published')
    const turnover = await step(connection, { name: '更新汇总', onProgress }, () =>
      carryAll(connection, carried),
    )
    for (const mart of [...carried.rows, ...Object.keys(carried.sums)]) {
      await connection.run(`create or replace view marts.${mart} as from published.${mart}`)
    }
    await buildTables(connection, named(after), input)
    for (const mart of [...anew, ...after]) await replace(connection, mart)
    await connection.run('checkpoint published')
    const content = await contentAfter(connection, change, turnover)
    await connection.run('detach published')
    return content
  }
}

/** Undoes what `renew` attached and made, so that all can be counted anew. */
export async function forgetRenewal(connection: DuckDBConnection): Promise<void> {
  await connection.run('use scratch; drop schema if exists renewal cascade')
  for (const database of ['published', 'before', ...sides])
    await connection.run(`detach database if exists ${database}`)
}

const named = (marts: readonly string[]) => marts.map((mart) => `marts/${mart}`)

/** Copies a file and answers the SHA-256 of what was copied. */
async function copyOf(from: string, to: string): Promise<string> {
  mkdirSync(dirname(to), { recursive: true })
  const hash = createHash('sha256')
  await pipeline(
    createReadStream(from, { highWaterMark: 1 << 20 }),
    async function* (chunks) {
      for await (const chunk of chunks) {
        hash.update(chunk as Buffer)
        yield chunk
      }
    },
    createWriteStream(to),
  )
  return hash.digest('hex')
}

/** The tables and those that they are made of, as their statements name them, but none that is given. */
async function neededFor(wanted: readonly string[], given: ReadonlySet<string>): Promise<string[]> {
  const needed = new Set<string>()
  const waiting = [...wanted]
  for (let table = waiting.pop(); table !== undefined; table = waiting.pop()) {
    if (needed.has(table) || given.has(table) || !tables.includes(table)) continue
    needed.add(table)
    const sql = await readFile(join(import.meta.dirname, '..', 'sql', `${table}.sql`), 'utf8')
    for (const [, schema, name] of sql.matchAll(/\b(standing|marts)\.([a-z_]+)/g))
      waiting.push(`${String(schema)}/${String(name)}`)
  }
  return [...needed]
}

/** The marts of both sides. The basis year needs the filing days of both, and all that is counted by it comes after. */
async function countSides(
  connection: DuckDBConnection,
  input: Renewal,
  { rows, sums }: Carried,
): Promise<void> {
  const balances = Object.keys(sums).filter((mart) => tables.includes(`marts/${mart}`))
  const given = new Set([...shared, 'marts/reported', 'marts/basis_year'])
  const days = await neededFor(['marts/filing_day'], given)
  const all = await neededFor([...named(rows), ...named(balances), 'standing/file_rows'], given)
  const rest = all.filter((table) => !days.includes(table))
  for (const side of sides) {
    await prepareSide(connection, side)
    await buildOn(connection, side, days, input)
  }
  await connection.run(`create table marts.filing_day as
    select year, unit, filed_on, sum(filings) as filings
    from (
      from before.filing_day
      union all
      from present.marts.filing_day
      union all
      select * replace (-filings as filings) from past.marts.filing_day
    )
    group by all
    having sum(filings) > 0`)
  await buildTables(connection, ['standing/population', 'marts/basis_year'], input)
  await connection.run('drop table marts.filing_day')
  await connection.run(`
    create view past.marts.basis_year as from before.basis_year;
    create view present.marts.basis_year as from scratch.marts.basis_year`)
  for (const side of sides) {
    await buildOn(connection, side, rest, input)
    await connection.run(`use ${side}`)
    await balanceMarts(connection, input.onProgress)
    await connection.run('use scratch')
  }
}

async function buildOn(
  connection: DuckDBConnection,
  side: Side,
  names: readonly string[],
  input: Renewal,
): Promise<void> {
  await connection.run(`use ${side}`)
  await buildTables(connection, names, input)
  await connection.run('use scratch')
}

/** Beside `staging` of the records: what both sides share with the load, and what each has of its own. */
async function prepareSide(connection: DuckDBConnection, side: Side): Promise<void> {
  const tablesOf = (schema: string) =>
    rowsOf(
      connection,
      `select table_name as name from information_schema.tables
      where table_catalog = 'scratch' and table_schema = '${schema}'`,
    )
  for (const schema of ['reference', 'standing', 'marts'])
    await connection.run(`create schema ${side}.${schema}`)
  for (const { name } of await tablesOf('reference'))
    await connection.run(
      `create view ${side}.reference.${String(name)} as from scratch.reference.${String(name)}`,
    )
  const own = new Set(
    (
      await rowsOf(
        connection,
        `select table_name as name from information_schema.tables
    where table_catalog = '${side}' and table_schema = 'staging'`,
      )
    ).map(({ name }) => name),
  )
  for (const { name } of await tablesOf('staging')) {
    if (own.has(name)) continue
    await connection.run(
      `create view ${side}.staging.${String(name)} as from scratch.staging.${String(name)}`,
    )
  }
  for (const table of shared) {
    const name = table.replace('/', '.')
    await connection.run(`create view ${side}.${name} as from scratch.${name}`)
  }
  const reported = side === 'past' ? 'before.reported' : 'scratch.marts.reported'
  await connection.run(`create view ${side}.marts.reported as from ${reported}`)
  await connection.run(`use ${side}`)
  await createMacros(connection, 'published')
  await connection.run('use scratch')
}

/** \`standing.file_rows\`: what was counted of each file before, and the difference; of small extracts what there is. */
async function countFiles(connection: DuckDBConnection, { filesBefore }: Change): Promise<void> {
  const shape = {
    ...{ path: 'VARCHAR', extract: 'VARCHAR' },
    ...{ rowsAccepted: 'BIGINT', rowsStanding: 'BIGINT', rowsRetracted: 'BIGINT' },
  }
  const records = `(select distinct extract from intake.submission
    where extract in (select replace(table_name, '_changed', '') from information_schema.tables
      where table_catalog = 'scratch' and table_schema = 'renewal' and table_name like '%_changed'))`
  await connection.run(
    `create table standing.file_rows as
    with before as (
      select f.file_id, b.rowsAccepted as accepted, b.rowsRetracted as retracted, b.rowsStanding as standing
      from (select unnest(r) from (select unnest(from_json($1, $2)) as r)) b
      join intake.submission f using (path)
      where b.extract in ${records}
    ),
    past as (
      from past.standing.file_rows
      where file_id in (select file_id from intake.submission where extract in ${records})
    )
    select file_id, sum(accepted) as accepted, sum(retracted) as retracted, sum(standing) as standing
    from (
      from before
      union all by name
      from present.standing.file_rows
      union all by name
      select file_id, -accepted as accepted, -retracted as retracted, -standing as standing from past
    )
    group by file_id
    having sum(accepted) <> 0`,
    [JSON.stringify(filesBefore), JSON.stringify([shape])],
  )
}

async function carryAll(
  connection: DuckDBConnection,
  { rows, sums }: Carried,
): Promise<Map<string, { rows: number; hash: bigint }>> {
  const turnover = new Map<string, { rows: number; hash: bigint }>()
  for (const mart of rows) turnover.set(mart, await carryOn(connection, mart, undefined))
  for (const [mart, added] of Object.entries(sums))
    turnover.set(mart, await carryOn(connection, mart, added))
  return turnover
}

async function replace(connection: DuckDBConnection, mart: string): Promise<void> {
  await connection.run(`delete from published.${mart}`)
  await connection.run(`insert into published.${mart} by name from scratch.marts.${mart}`)
}

async function contentAfter(
  connection: DuckDBConnection,
  { before }: Change,
  turnover: ReadonlyMap<string, { rows: number; hash: bigint }>,
): Promise<Content> {
  const tables: TableContent[] = []
  for (const table of before.content?.tables ?? []) {
    const change = turnover.get(table.table)
    tables.push(
      change === undefined
        ? await tableContentOf(connection, ['published', 'main'], table)
        : {
            ...table,
            rows: table.rows + change.rows,
            hash: String(BigInt(table.hash) + change.hash),
          },
    )
  }
  return { hash: contentHashOf(tables), tables, macros: before.content?.macros ?? [] }
}
