/**
 * Turns a run of fractional expectations into whole numbers that never drift from their sum:
 * what is over is carried to the next.
 */
export class Quota {
  private due: number

  constructor(phase: number) {
    this.due = phase
  }

  take(expected: number): number {
    this.due += expected
    const whole = Math.max(0, Math.floor(this.due))
    this.due -= whole
    return whole
  }

  /** Counts what was made elsewhere against what is still due. */
  use(count = 1): void {
    this.due -= count
  }
}

/** A matrix with the given row and column sums, as near to `start` as proportions allow. */
export function fitted(start: number[][], rows: number[], columns: number[]): number[][] {
  const cells = start.map((row) => [...row])
  for (let round = 0; round < 30; round++) {
    cells.forEach((row, r) => scale(row, (rows[r] ?? 0) / (sum(row) || 1)))
    columns.forEach((total, c) => {
      const factor = total / (sum(cells.map((row) => row[c] ?? 0)) || 1)
      for (const row of cells) row[c] = (row[c] ?? 0) * factor
    })
  }
  return cells
}

/** Whole numbers in proportion to the weights that add up to the total (largest remainder). */
export function apportioned(total: number, weights: readonly number[]): number[] {
  const all = sum(weights) || 1
  const exact = weights.map((weight) => (total * weight) / all)
  const whole = exact.map(Math.floor)
  const order = exact.map((value, at) => ({ at, rest: value - Math.floor(value) }))
  order.sort((a, b) => b.rest - a.rest || a.at - b.at)
  const missing = total - sum(whole)
  for (const { at } of order.slice(0, missing)) whole[at] = (whole[at] ?? 0) + 1
  return whole
}

export function sum(values: readonly number[]): number {
  let total = 0
  for (const value of values) total += value
  return total
}

function scale(values: number[], factor: number): void {
  for (let i = 0; i < values.length; i++) values[i] = (values[i] ?? 0) * factor
}
