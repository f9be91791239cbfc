import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { DuckDBInstance, type DuckDBValue } from '@duckdb/node-api'

import { MartDriver, range_joins } from '../cube/duckdb-driver.ts'
import type { Cell } from '../cube/rows.ts'
import { Metrics, type MetricsQuery, type SecurityContext } from '../cube/metrics.ts'
import { machine, printTable } from './support/table.ts'

const figures = {
  training: 'trained_persons',
  employment: 'newly_employed_persons',
  person_rates: 'reached_rate',
  register_entries: 'entry_rate',
  households: 'at_work_rate',
  conversion: 'conversion_rate',
  placement: 'placed_persons',
  coverage: 'coverage_rate',
} as const

const provinces = ['130000', '320000', '370000', '410000', '440000', '510000', '640000']
const days = ['2016-12-31', '2017-06-30', '2018-02-11', '2018-06-30']
const quarters = ['2016Q4', '2017Q1', '2017Q2', '2017Q3', '2017Q4', '2018Q1', '2018Q2']

/**
 * `npm run bench -- query --warehouse DIR`: different questions, each asked of Cube once (so never
 * cached), then the SQL that Cube made of it asked of DuckDB directly, set the same; milliseconds.
 */
export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({ args, options: { warehouse: { type: 'string' } } })
  const warehouse = values.warehouse ?? 'build/warehouse'
  const pointer = join(warehouse, 'current.json')
  if (!existsSync(pointer)) throw new Error(`${pointer} is missing: load an inbox first`)
  const { snapshot } = JSON.parse(readFileSync(pointer, 'utf8')) as { snapshot: string }
  const path = join(warehouse, 'snapshots', snapshot, 'marts.duckdb')
  const asked = watchedQueries()
  const metrics = new Metrics({ martPath: () => path, asOf: () => '2018-06-30' })
  const who: SecurityContext = { user: 'bench', role: 'evaluator', region: '000000', snapshot }
  await metrics.warm(snapshot)
  const instance = await DuckDBInstance.create(path, { access_mode: 'READ_ONLY', threads: '2' })
  const connection = await instance.connect()
  await connection.run(range_joins)
  const taken = new Map<string, [cube: number, direct: number][]>()
  for (const { kind, query } of questions()) {
    asked.length = 0
    const cube = await milliseconds(() => metrics.load(query, who))
    const direct = await milliseconds(async () => {
      for (const [sql, parameters] of asked)
        await connection.runAndReadAll(sql, parameters as DuckDBValue[])
    })
    taken.set(kind, [...(taken.get(kind) ?? []), [cube, direct]])
  }
  connection.closeSync()
  await metrics.close()
  console.log(machine())
  const all = [...taken, ['all', [...taken.values()].flat()] as const]
  printTable(
    ['question', 'number', 'Cube p50', 'p95', 'DuckDB p50', 'p95', 'ratio of p50'],
    all.map(([kind, pairs]) => [kind, pairs.length, ...shares(pairs)]),
  )
}

/** The statements that Cube has sent to the mart, from now on. */
function watchedQueries(): [string, unknown[]][] {
  const asked: [string, unknown[]][] = []
  const { columns } = MartDriver.prototype as {
    columns: (this: MartDriver, ...statement: [string, unknown[]?]) => Promise<Cell[][]>
  }
  MartDriver.prototype.columns = function (this: MartDriver, sql: string, values?: unknown[]) {
    asked.push([sql, values ?? []])
    return columns.call(this, sql, values)
  }
  return asked
}

function questions(): { kind: string; query: MetricsQuery }[] {
  return Object.entries(figures).flatMap(([view, figure]) => {
    const detail = `${view}_detail`
    const on = (name: string, day: string) => equals(`${name}.as_of_day`, [day])
    const within = (code: string) => equals(`${detail}.province_code`, [code])
    const by = (name: string, group: string, filters: MetricsQuery['filters'] = []) => ({
      measures: [`${name}.${figure}`],
      dimensions: [`${name}.${group}`],
      filters,
    })
    return [
      ...days.map((day) => ({
        kind: 'provinces',
        query: by(view, 'province_code', [on(view, day)]),
      })),
      ...days.map((day) => ({
        kind: 'all counties',
        query: by(detail, 'leaf_code', [on(detail, day)]),
      })),
      ...provinces.flatMap((code) => [
        {
          kind: 'prefectures of a province',
          query: by(detail, 'prefecture_code', [on(detail, '2018-06-30'), within(code)]),
        },
        {
          kind: 'counties of a province, odd day',
          query: by(detail, 'leaf_code', [on(detail, '2018-02-11'), within(code)]),
        },
        {
          kind: 'trend of a province',
          query: by(detail, 'as_of_quarter', [
            equals(`${detail}.as_of_quarter`, quarters),
            within(code),
          ]),
        },
      ]),
      {
        kind: 'national trend',
        query: by(view, 'as_of_quarter', [equals(`${view}.as_of_quarter`, quarters)]),
      },
    ]
  })
}

function equals(member: string, values: string[]) {
  return { member, operator: 'equals', values }
}

async function milliseconds(run: () => Promise<unknown>): Promise<number> {
  const started = performance.now()
  await run()
  return performance.now() - started
}

function shares(pairs: readonly [number, number][]): string[] {
  const [cube, direct] = [0, 1].map((at) =>
    pairs.map((pair) => pair[at] ?? 0).sort((a, b) => a - b),
  )
  const at = (list: number[] = [], share = 0) => list[Math.floor((list.length - 1) * share)] ?? 0
  const times = [at(cube, 0.5), at(cube, 0.95), at(direct, 0.5), at(direct, 0.95)]
  return [...times.map((time) => time.toFixed(0)), (at(cube, 0.5) / at(direct, 0.5)).toFixed(2)]
}
