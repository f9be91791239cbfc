import type { Model } from './model.ts'

/** People in work by form, in persons of the unit: who was there first, who joins, who leaves. */
export interface StockFlows {
  /** Spells open when the plan begins. */
  start: number[]
  /** Spells that newly registered people bring with them, by year from 2016. */
  brought: number[][]
  /** Share of the spells in `start` that end in each year. */
  leaves: number[][]
}

/** Chooses what must join and leave so that each form's stock meets the year-end figures. */
export function stockFlows(model: Model, factor: number): StockFlows {
  const flows: StockFlows = { start: [], brought: [[], [], []], leaves: [[], [], []] }
  model.forms.forEach((_, form) => {
    const ends = model.stock.map((year) => year[form] ?? 0)
    const first = ends[0] ?? 0
    const targets = [first, ends[1] ?? 0, ((ends[1] ?? 0) + (ends[2] ?? 0)) / 2]
    let stock = first - joining(model, form, 0) * (1 - model.new_job_ends / 3)
    flows.start[form] = stock * factor
    const base = stock
    targets.forEach((target, year) => {
      const joined = joining(model, form, year) * (1 - model.new_job_ends / 3)
      const least = base * model.exit_floor * (year === 2 ? 0.5 : 1)
      const left = Math.max(least, stock + joined - target)
      const brought = Math.max(0, target - stock - joined + left)
      setAt(flows.brought, year, form, brought * factor)
      setAt(flows.leaves, year, form, left / (base || 1))
      stock += joined + brought - left
    })
  })
  return flows
}

/** New jobs of a form in a year, of which only the first half counts in the last year. */
function joining(model: Model, form: number, year: number): number {
  const part = year === 2 ? 0.5 : 1
  const urban = (model.yearly.urban_new_jobs[year] ?? 0) * (model.urban_mix[form] ?? 0)
  const rural = (model.yearly.rural_new_jobs[year] ?? 0) * (model.rural_mix[form] ?? 0)
  return (urban + rural) * part
}

function setAt(table: number[][], row: number, column: number, value: number): void {
  const cells = table[row]
  if (cells) cells[column] = value
}
