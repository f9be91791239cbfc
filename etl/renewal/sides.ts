import type { DuckDBConnection } from '@duckdb/node-api'

import { balanceMarts } from '../balances.ts'
import { rowsOf } from '../database.ts'
import { createMacros } from '../macros.ts'
import { inLanes, type Lanes } from '../lanes.ts'
import { record_extracts } from '../layouts.ts'
import { type BuildInput, buildTables, neededFor, tables } from '../marts.ts'
import { select, type Selecting, statement } from './affected.ts'
import { type Carried, named } from './carry.ts'

/** What depends on no record, and is made once for both sides. */
export const shared = [
  'standing/region_unit',
  'standing/region_step',
  'standing/landing',
  'marts/region_landing',
  'marts/region',
  'marts/as_of',
  'marts/plan_indicator',
  'standing/population',
]

/** What is made of small extracts, and counted anew: both sides find it there. */
const small = [
  'standing/institution',
  'standing/levy_ledger',
  'standing/milestone',
  'standing/published',
  'standing/target',
]

/** Databases of what is affected: as the snapshot before has it, and as this load does. */
export const sides = ['past', 'present'] as const
type Side = (typeof sides)[number]

/** Where rows lie that only one side has. */
const own = { past: 'gone', present: 'come' }

/** A side's database, with its records in `staging`. */
async function attach(connection: DuckDBConnection, side: Side): Promise<void> {
  await connection.run(`attach ':memory:' as ${side}; create schema ${side}.staging`)
  for (const extract of record_extracts) {
    await connection.run(`create table ${side}.staging.${extract} as
      from renewal.${extract} union all from renewal.${extract}_${own[side]}`)
  }
}

/** Attaches both sides and makes their marts. The basis year needs the filing days of both, and all that is counted by it comes after. */
export async function countSides(
  lanes: Lanes,
  input: Omit<BuildInput, 'dataDir'> & Selecting,
  { rows, sums }: Carried,
): Promise<void> {
  const [connection] = lanes
  const balances = Object.keys(sums).filter((mart) => tables.includes(`marts/${mart}`))
  const given = [...shared, ...small, 'marts/reported', 'marts/basis_year']
  const days = await neededFor(['marts/filing_day'], given)
  const all = await neededFor([...named(rows), ...named(balances), 'standing/file_rows'], given)
  const rest = all.filter((table) => !days.includes(table))
  await inLanes(lanes, sides, async (lane, side) => {
    await attach(lane, side)
    await prepareSide(lane, side)
    await buildOn(lane, side, days, input)
  })
  await connection.run(`create table marts.filing_day as ${await statement('filing_day')}`)
  await buildTables(connection, ['marts/basis_year'], input)
  await connection.run('drop table marts.filing_day')
  if (await hasMoved(connection)) {
    await select(connection, 'lead_filing', input)
    await inLanes(lanes, sides, async (lane, side) => {
      await lane.run(`insert into ${side}.staging.levy_filing from renewal.lead_filing`)
      await buildOn(lane, side, days, input)
    })
  }
  await connection.run(`
    create view past.marts.basis_year as from before.basis_year;
    create view present.marts.basis_year as from scratch.marts.basis_year`)
  await inLanes(lanes, sides, async (lane, side) => {
    await buildOn(lane, side, rest, input)
    await lane.run(`use ${side}`)
    await balanceMarts(lane, input.onProgress)
    await lane.run('use scratch')
  })
}

/** Whether another year's filings stand for some day than did before. */
async function hasMoved(connection: DuckDBConnection): Promise<boolean> {
  const [found] = await rowsOf(
    connection,
    `select exists(
      (from before.basis_year except from marts.basis_year)
      union all
      (from marts.basis_year except from before.basis_year)
    ) as moved`,
  )
  return found?.['moved'] === true
}

async function buildOn(
  connection: DuckDBConnection,
  side: Side,
  names: readonly string[],
  input: Omit<BuildInput, 'dataDir'>,
): Promise<void> {
  await connection.run(`use ${side}`)
  await buildTables(connection, names, input)
  await connection.run('use scratch')
}

/** Beside `staging` of the records: what both sides share with the load, and what each has of its own. */
async function prepareSide(connection: DuckDBConnection, side: Side): Promise<void> {
  const tablesOf = async (catalog: string, schema: string) => {
    const found = await rowsOf(
      connection,
      `select table_name as name from information_schema.tables
      where table_catalog = '${catalog}' and table_schema = '${schema}'`,
    )
    return found.map(({ name }) => `${schema}.${String(name)}`)
  }
  for (const schema of ['reference', 'standing', 'marts'])
    await connection.run(`create schema ${side}.${schema}`)
  const records = await tablesOf(side, 'staging')
  const known = [
    ...(await tablesOf('scratch', 'reference')),
    ...(await tablesOf('scratch', 'staging')),
  ]
  for (const table of known.filter((one) => !records.includes(one)))
    await connection.run(`create view ${side}.${table} as from scratch.${table}`)
  for (const table of [...shared, ...small]) {
    const name = table.replace('/', '.')
    await connection.run(`create view ${side}.${name} as from scratch.${name}`)
  }
  const reported = side === 'past' ? 'before.reported' : 'scratch.marts.reported'
  await connection.run(`create view ${side}.marts.reported as from ${reported}`)
  await connection.run(`use ${side}`)
  await createMacros(connection, 'published')
  await connection.run('use scratch')
}
