import { parseArgs } from 'node:util'
import { Metrics } from '../cube/metrics.ts'
import { nextSteps, rhythmOf } from '../server/progress/rhythm.ts'
import { LEAST_QUARTERS } from '../server/progress/forecast.ts'
import { recordOf, type Past } from '../server/progress/forecast-record.ts'
import { openDatasetFor } from '../server/reading/dataset.ts'
import { readPast } from '../server/reading/past-forecasts.ts'
import { SnapshotStore } from '../server/snapshots.ts'
import { printTable } from './support/table.ts'

type Method = (known: number[], ahead: number, regions: number[][]) => number

const methods: Record<string, Method> = {
  'own level × season and growth of all provinces': (known, ahead, regions) =>
    nextSteps(known, ahead, rhythmOf(regions)),
  'last year repeated': (known, ahead) =>
    sumOf(Array.from({ length: ahead }, (_, at) => known[known.length - 4 + (at % 4)] ?? 0)),
  'straight line': (known, ahead) => (ahead * sumOf(known)) / known.length,
  'mean of whole years': (known, ahead) => {
    const years = known.slice(-4 * Math.floor(known.length / 4))
    return (ahead * sumOf(years)) / years.length
  },
}

/**
 * `npm run bench -- forecast --warehouse DIR [--plan 13-5]`: forecasts of growing counts tried on the
 * past of all provinces, by quarters ahead: Σ |error| ÷ Σ what was added, and the 80 % intervals held.
 */
export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { warehouse: { type: 'string' }, plan: { type: 'string', default: '13-5' } },
  })
  if (values.warehouse === undefined) throw new Error('--warehouse DIR is missing: see npm run etl')
  const past = await pastIn(values.warehouse, values.plan)
  const { horizons } = recordOf(past)
  const tried = horizons.filter((one) => one.tried > 0)
  const ahead = tried.map(({ quarters }) => quarters)
  const errors = Object.entries(methods).map(([name, method]) => [
    name,
    ...ahead.map((quarters) => percent(errorOf(past, method, [quarters]))),
    percent(errorOf(past, method, ahead)),
  ])
  const count = sumOf(tried.map((one) => one.tried))
  const held = sumOf(tried.map((one) => one.tried * (one.heldShare ?? 0))) / count
  printTable(
    ['quarters ahead', ...ahead.map(String), 'all'],
    [
      ...errors,
      ['80 % intervals held', ...tried.map((one) => percent(one.heldShare ?? NaN)), percent(held)],
      ['forecasts tried', ...tried.map((one) => one.tried), count],
    ],
  )
}

async function pastIn(warehouse: string, plan: string): Promise<Past> {
  const snapshots: SnapshotStore = new SnapshotStore({
    warehouse,
    warm: ({ id }) => metrics.warm(id),
    onChange: () => undefined,
    onFault: (error) => console.error(error),
  })
  const metrics: Metrics = new Metrics({
    martPath: (id) => snapshots.martPath(id),
    asOf: (id) => snapshots.asOf(id),
  })
  try {
    await snapshots.start()
    const session = { user: 'bench', role: 'leader' as const, region: '000000' }
    const deps = { loadMetrics: metrics.load, snapshots }
    const dataset = await openDatasetFor(deps, session, { plan, level: 'self' })
    return await readPast(dataset, dataset.asOf)
  } finally {
    snapshots.stop()
    await metrics.close()
  }
}

function errorOf(past: Past, method: Method, horizons: number[]): number {
  let [off, added] = [0, 0]
  for (const regions of past.values())
    for (const steps of regions)
      for (let from = LEAST_QUARTERS; from < steps.length; from += 1)
        for (const ahead of horizons.filter((one) => from + one <= steps.length)) {
          const known = regions.map((other) => other.slice(0, from))
          const came = sumOf(steps.slice(from, from + ahead))
          off += Math.abs(method(steps.slice(0, from), ahead, known) - came)
          added += came
        }
  return off / added
}

function sumOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function percent(share: number): string {
  return `${(share * 100).toFixed(1)} %`
}
