import { renameSync } from 'node:fs'

import type { DuckDBConnection } from '@duckdb/node-api'

import { type Content, contentHashOf, type TableContent, tableContentOf } from '../content.ts'
import { attachWithoutLog, identifier, literal, rowsOf } from '../database.ts'
import { inLanes, type Lanes } from '../lanes.ts'
import { isOfRecords } from '../layouts.ts'
import { type BuildInput, buildTables, neededFor, prepareMarts, setAsOf } from '../marts.ts'
import { martsOf } from '../published.ts'
import type { OnProgress } from '../run.ts'
import { step } from '../step.ts'
import { prepareSelection, select, selections, statement } from './affected.ts'
import {
  type Carried,
  CountAnew,
  findTurnover,
  named,
  readCarried,
  turnOver,
  type Turnover,
} from './carry.ts'
import type { Change } from './change.ts'
import type { Draft } from './draft.ts'
import { countSides, shared, sides } from './sides.ts'

interface Renewal extends BuildInput {
  warehouse: string
  asOf: string
  change: Change
  /** Of the marts before. */
  draft: Draft
}

/**
 * Carries the current snapshot's marts on to what is staged, without counting the whole nation: what each
 * record adds to a mart is counted twice, of the affected records as they were (`past`) and as they are
 * (`present`), and the marts change by the difference. Whoever is not affected adds the same to both, be it
 * right or, for want of other rows, wrong, and so nothing to the difference. Makes `standing.file_rows`; answers
 * what writes the new marts to a path. Throws CountAnew where that cannot be: where the snapshot is not what its
 * files say, or a unit has reported something for the first time.
 */
export async function renew(
  lanes: Lanes,
  input: Renewal,
): Promise<(path: string) => Promise<Content>> {
  const [connection, second] = lanes
  const { warehouse, change, draft, onProgress } = input
  await setAsOf(second, input.asOf)
  // A checkpoint of its own accord may give rows other places, and with two connections lose some.
  await connection.run(`set checkpoint_threshold = '1TB'`)
  const before = martsOf(warehouse, change.before.id)
  const carried = await readCarried()
  try {
    await count(lanes, input, before, carried)
  } finally {
    // A damaged file fails in any way that DuckDB can: what it is decides.
    const copied = await draft.copied
    if ('error' in copied)
      throw new CountAnew(`${before} cannot be copied: ${String(copied.error)}`)
    if (copied.sha256 !== change.before.artifacts[0]?.sha256)
      throw new CountAnew(`${before} is not as its manifest says`)
  }
  return async (path) => {
    renameSync(draft.path, path)
    await attachWithoutLog(connection, path, 'published')
    const turnovers = await findTurnovers(lanes, carried, onProgress)
    await step(connection, { name: '更新', onProgress }, () => turnOver(connection, turnovers))
    for (const mart of [...carried.rows, ...Object.keys(carried.sums)]) {
      await connection.run(`create or replace view marts.${mart} as from published.${mart}`)
    }
    await buildTables(connection, named(carried.after), input)
    for (const mart of [...carried.anew, ...carried.after]) await replace(connection, mart)
    const content = await contentAfter(connection, change, turnovers)
    await connection.run('force checkpoint published; detach published')
    await connection.run('reset checkpoint_threshold')
    await requireRows(connection, path, content)
    return content
  }
}

/** Throws where what lies on the disk has other rows than it had in memory. */
async function requireRows(
  connection: DuckDBConnection,
  path: string,
  { tables }: Content,
): Promise<void> {
  await connection.run(`attach ${literal(path)} as published (read_only)`)
  for (const { table, rows } of tables) {
    const [found] = await rowsOf(
      connection,
      `select cast(count(*) as double) as rows from published.${identifier(table)}`,
    )
    if (found?.['rows'] === rows) continue
    throw new CountAnew(
      `${path}: expected ${String(rows)} rows in ${table}, found ${String(found?.['rows'])}`,
    )
  }
  await connection.run('detach published')
}

async function count(
  lanes: Lanes,
  input: Renewal,
  before: string,
  carried: Carried,
): Promise<void> {
  const [connection] = lanes
  await connection.run(`attach ${literal(before)} as before (read_only)`)
  await prepareMarts(connection, input)
  const first = await neededFor([...shared, 'marts/reported'])
  await buildTables(connection, first, input)
  await prepareSelection(connection, input)
  await select(connection, 'person', input)
  const anew = await neededFor(named(carried.anew), first)
  const selecting = selections.map((names) => async (lane: DuckDBConnection) => {
    for (const name of names) await select(lane, name, input)
  })
  const counting = (lane: DuckDBConnection) => buildTables(lane, anew, input)
  await inLanes(lanes, [...selecting, counting], (lane, run) => run(lane))
  await countSides(lanes, input, carried)
  await countFiles(connection, input.change)
}

/** Undoes what `renew` attached and made, so that all can be counted anew. */
export async function forgetRenewal(connection: DuckDBConnection): Promise<void> {
  await connection.run('use scratch; drop schema if exists renewal cascade')
  await connection.run('reset checkpoint_threshold')
  for (const database of ['published', 'before', ...sides])
    await connection.run(`detach database if exists ${database}`)
}

/** `standing.file_rows`, as a load that counts all makes it. */
async function countFiles(connection: DuckDBConnection, { filesBefore }: Change): Promise<void> {
  const shape = {
    ...{ path: 'VARCHAR', rowsAccepted: 'BIGINT', rowsRetracted: 'BIGINT' },
    rowsStanding: 'BIGINT',
  }
  await connection.run(
    `create table renewal.file_before as
    select f.file_id, b.rowsAccepted as accepted, b.rowsRetracted as retracted,
      b.rowsStanding as standing
    from (select unnest(r) from (select unnest(from_json($1, $2)) as r)) b
    join intake.submission f using (path)`,
    [JSON.stringify(filesBefore.filter(isOfRecords)), JSON.stringify([shape])],
  )
  await connection.run(`create table standing.file_rows as ${await statement('file_rows')}`)
}

async function findTurnovers(
  lanes: Lanes,
  { rows, sums }: Carried,
  onProgress: OnProgress | undefined,
): Promise<Turnover[]> {
  // Those that take longest are begun first.
  const marts = [...Object.keys(sums), ...rows]
  return inLanes(lanes, marts, (lane, mart) =>
    step(lane, { name: `比较 ${mart}`, onProgress }, () => findTurnover(lane, mart, sums[mart])),
  )
}

async function replace(connection: DuckDBConnection, mart: string): Promise<void> {
  await connection.run(`delete from published.${mart}`)
  await connection.run(`insert into published.${mart} by name from scratch.marts.${mart}`)
}

async function contentAfter(
  connection: DuckDBConnection,
  { before }: Change,
  turnovers: readonly Turnover[],
): Promise<Content> {
  const byMart = new Map(turnovers.map((turnover) => [turnover.mart, turnover]))
  const tables: TableContent[] = []
  for (const table of before.content?.tables ?? []) {
    const change = byMart.get(table.table)
    tables.push(
      change === undefined
        ? await tableContentOf(connection, ['published', 'main'], table)
        : {
            ...table,
            rows: table.rows + change.come - change.gone,
            hash: String(BigInt(table.hash) + change.hash),
          },
    )
  }
  return { hash: contentHashOf(tables), tables, macros: before.content?.macros ?? [] }
}
