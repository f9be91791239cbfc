import { remembered } from './remembered.ts'

/** How the counts of all provinces together go through the year, and how they grow. */
export type Rhythm = {
  /** By quarter counted from the plan's start (modulo 4): its share of a mean quarter; mean 1. */
  season: number[]
  /** Growth a quarter, as a natural logarithm, damped to half of what was seen. */
  growth: number
}

const QUARTERS = 4
const DAMPING = 0.5
/** What a quarter weighs beside the one after it. */
const WEIGHT = 0.9

/**
 * The rhythm of the sum of several regions' increments a quarter. Season: each quarter ÷ the mean of
 * its year, over the latest whole years. Growth: half of the change from the four quarters before to
 * the last four, seasons taken out. Fewer than 4 quarters: none.
 * Example: 50, 100, 100, 150 → season 0.5, 1, 1, 1.5, growth 0; once more doubled → growth half of
 * ln 2 ÷ 4.
 */
export function rhythmOf(regions: number[][]): Rhythm {
  const length = Math.max(0, ...regions.map((steps) => steps.length))
  const total = Array.from({ length }, (_, at) => sumOf(regions.map((steps) => steps[at] ?? 0)))
  const season = seasonOf(total)
  const plain = total.map((value, at) => value / (season[at % QUARTERS] || 1))
  const recent = plain.slice(-QUARTERS)
  const before = plain.slice(-2 * QUARTERS, -QUARTERS)
  const change = meanOf(recent) / meanOf(before)
  if (!(change > 0) || !Number.isFinite(change)) return { season, growth: 0 }
  const apart = (recent.length + before.length) / 2
  return { season, growth: (DAMPING * Math.log(change)) / apart }
}

function seasonOf(total: number[]): number[] {
  const shares: number[][] = [[], [], [], []]
  for (let from = total.length - QUARTERS; from >= 0; from -= QUARTERS) {
    const mean = meanOf(total.slice(from, from + QUARTERS))
    for (let at = from; at < from + QUARTERS; at += 1)
      shares[at % QUARTERS]?.push(mean > 0 ? (total[at] ?? 0) / mean : 1)
  }
  return shares.map((one) => (one.length === 0 ? 1 : meanOf(one)))
}

/**
 * What a region adds in the next `left` quarters (a fraction is a part of the first of them): its own
 * level, each quarter weighing 0.9 of the one after it, times season and growth; growth ends after
 * four quarters. In the unit of the increments.
 * Example: 8 quarters of 100, no season, no growth, 2 left → 200.
 */
export function nextSteps(steps: number[], left: number, rhythm: Rhythm): number {
  const { weights, seasons, sum } = patternOf(rhythm)(steps.length)(left)
  if (seasons === 0) return 0
  let value = 0
  for (let at = 0; at < steps.length; at += 1) value += (weights[at] ?? 0) * (steps[at] ?? 0)
  return (value / seasons) * sum
}

/** What is the same for all regions with so many quarters behind them and as many ahead. */
type Pattern = { weights: number[]; seasons: number; sum: number }

const patterns = new WeakMap<Rhythm, (length: number) => (left: number) => Pattern>()

function patternOf(rhythm: Rhythm): (length: number) => (left: number) => Pattern {
  const known = patterns.get(rhythm)
  if (known !== undefined) return known
  const made = remembered((length: number) =>
    remembered((left: number) => patternAfter(length, left, rhythm)),
  )
  patterns.set(rhythm, made)
  return made
}

function patternAfter(length: number, left: number, { season, growth }: Rhythm): Pattern {
  const weights = Array.from({ length }, (_, at) => WEIGHT ** (length - 1 - at))
  let [seasons, total, middle] = [0, 0, 0]
  weights.forEach((weight, at) => {
    seasons += weight * (season[at % QUARTERS] ?? 1)
    total += weight
    middle += weight * at
  })
  const whole = Math.ceil(left)
  let sum = 0
  for (let ahead = 0; ahead < whole; ahead += 1) {
    const at = length + ahead
    const share = ahead === 0 ? left - (whole - 1) : 1
    const grown = Math.exp(growth * (length + Math.min(ahead, QUARTERS - 1) - middle / total))
    sum += share * (season[at % QUARTERS] ?? 1) * grown
  }
  return { weights, seasons, sum }
}

function sumOf(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0)
}

function meanOf(values: number[]): number {
  return sumOf(values) / values.length
}
