import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { quarters } from './days.ts'
import type { Model, UnitModel } from './model.ts'
import { fitted, sum } from './quota.ts'
import { Random } from './random.ts'
import { stockFlows, type StockFlows } from './stock.ts'

/** What one unit is expected to record, in persons of the chosen scale; by quarter unless said. */
export interface UnitExpectation {
  unit: UnitModel
  inScope: boolean
  people: number
  urbanJobs: number[]
  ruralJobs: number[]
  urbanTraining: number[]
  poorTraining: number[]
  ruralTraining: number[]
  otherUrbanTraining: number[]
  healthMassage: number[]
  medicalMassage: number[]
  /** By graduation year from 2015. */
  graduates: number[]
  trainingBacklog: number
  endedBacklog: number
  flows: StockFlows
}

type Yearly = keyof Model['yearly']

/** The nation's quarters of a yearly figure at this scale. */
function quarterly(model: Model, key: Yearly, scale: number): number[] {
  return spread(model, model.yearly[key], scale)
}

function spread(model: Model, years: readonly number[], scale: number): number[] {
  return quarters.map((name, index) => {
    const year = Math.floor(index / 4)
    const season = model.seasons[name.slice(0, 4)]?.[index % 4] ?? 0
    return (years[year] ?? 0) * season * scale
  })
}

/** Splits the national figures over units and quarters so that both margins hold. */
export function expectations(model: Model, scale: number, seed: number): UnitExpectation[] {
  const scope = centralAndWestern()
  const tables = unitTables(model, scale, seed, scope)
  const all = sum(model.units.map((unit) => unit.weight))
  return model.units.map((unit, at) => {
    const share = (scale * unit.weight) / all
    return {
      unit,
      inScope: scope.has(unit.code),
      people: model.registered * share,
      ...rowsAt(tables, at),
      graduates: [22_000, ...model.yearly.graduates].map((count) => count * share),
      trainingBacklog: model.training_backlog * share,
      endedBacklog: model.spell_backlog_ended * share,
      flows: stockFlows(model, share),
    }
  })
}

type Tables = ReturnType<typeof unitTables>

function rowsAt(tables: Tables, at: number): Record<keyof Tables, number[]> {
  const rows = Object.entries(tables).map(([name, table]) => [name, table[at] ?? []])
  return Object.fromEntries(rows) as Record<keyof Tables, number[]>
}

/** A row of quarters for each unit. */
function unitTables(model: Model, scale: number, seed: number, scope: ReadonlySet<string>) {
  const weigh = (weight: (unit: UnitModel) => number) => model.units.map(weight)
  const rural = (unit: UnitModel) => unit.weight * (1 - unit.urban)
  const poor = (unit: UnitModel) => (scope.has(unit.code) ? rural(unit) * unit.a3 : 0)
  const split = (key: Yearly, weight: (unit: UnitModel) => number) =>
    matrix(quarterly(model, key, scale), weigh(weight), new Random(seed, `split ${key}`))
  const all = (unit: UnitModel) => unit.weight
  const rest = ruralRest(model, scale)
  return {
    urbanJobs: split('urban_new_jobs', (unit) => unit.weight * unit.urban * unit.a2),
    ruralJobs: split('rural_new_jobs', rural),
    urbanTraining: split('urban_free_training', (unit) => unit.weight * unit.urban * unit.a1),
    poorTraining: split('rural_poor_training', poor),
    otherUrbanTraining: split('other_urban_training', all),
    healthMassage: split('health_massage_training', all),
    medicalMassage: split('medical_massage_training', all),
    ruralTraining: matrix(rest, weigh(rural), new Random(seed, 'rural rest')),
  }
}

/** What is left of all people trained once the named programmes are taken out. */
function ruralRest(model: Model, scale: number): number[] {
  const named: Yearly[] = [
    'rural_poor_training',
    'other_urban_training',
    'health_massage_training',
    'medical_massage_training',
  ]
  const rest = model.yearly.trained.map((count, year) => {
    const free = model.yearly.urban_free_training
    const again = 0.2 * (free[year] ?? 0) + 0.7 * (free[year - 1] ?? 0)
    return (
      count -
      (free[year] ?? 0) -
      model.repeated * again -
      sum(named.map((key) => model.yearly[key][year] ?? 0))
    )
  })
  return spread(model, rest, scale)
}

function matrix(columns: number[], weights: number[], random: Random): number[][] {
  const total = sum(columns)
  const rows = weights.map((weight) => (total * weight) / (sum(weights) || 1))
  const wobble = rows.map((row) =>
    columns.map((column) => row * column * (0.8 + 0.4 * random.next())),
  )
  return fitted(wobble, rows, columns)
}

function centralAndWestern(): Set<string> {
  const file = new URL('../../data/reference/region_scheme.csv', import.meta.url)
  const rows: Record<string, string>[] = parse(readFileSync(file, 'utf8'), {
    columns: true,
    bom: true,
  })
  const chosen = rows.filter(
    (row) => row.scheme === 'nbs' && (row.group === '中部' || row.group === '西部'),
  )
  return new Set(chosen.map((row) => row.province_code ?? ''))
}
