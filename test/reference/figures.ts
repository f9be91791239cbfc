import { countCovered } from './count-coverage.ts'
import { countGraduates, countNewlyEmployed } from './count-employment.ts'
import { countPlaced } from './count-placement.ts'
import { countRuralPoorTrained, countUrbanTrained } from './count-training.ts'
import { type Day, yearOf } from './days.ts'
import {
  centralAndWestern,
  deadlines,
  extractCountedFrom,
  type Indicator,
  indicators,
  isRatio,
  planEnd,
} from './plan-constants.ts'
import { aboveOn, type Sums, Tally } from './tally.ts'
import type { World } from './world.ts'

/** What a figure is, or why there is none. Rates are fractions of 1. */
export type Figure = {
  actual: number | null
  numerator: number | null
  denominator: number | null
  reason: 'no_data' | 'not_applicable' | null
}

function hasReported(world: World, indicator: Indicator, province: string, day: Day): boolean {
  const extract = `${province} ${extractCountedFrom[indicator]}`
  return world.reported.has(indicator === 'L1' ? `${extract} ${yearOf(day)}` : extract)
}

function count(world: World, indicator: Indicator, day: Day, tally: Tally): void {
  const deadline = deadlines[indicator] ?? planEnd
  if (indicator === 'A1') countUrbanTrained(world, day, tally)
  if (indicator === 'A2') countNewlyEmployed(world, day, tally)
  if (indicator === 'A3') countRuralPoorTrained(world, day, tally)
  if (indicator === 'B3') countCovered(world, day, deadline, true, tally)
  if (indicator === 'B4') countCovered(world, day, deadline, false, tally)
  if (indicator === 'C1') countGraduates(world, day, tally)
  if (indicator === 'L1') countPlaced(world, day, tally)
}

const missing = { actual: null, numerator: null, denominator: null }

function figureOf(indicator: Indicator, sums: Sums): Figure {
  const { numerator, denominator } = sums
  if (!isRatio(indicator)) return { actual: numerator, numerator, denominator: null, reason: null }
  if (denominator === 0) return { ...missing, reason: 'not_applicable' }
  return { actual: numerator / denominator, numerator, denominator, reason: null }
}

/** All figures of one day. */
export class Figures {
  private readonly tallies = new Map<Indicator, Tally>()
  private readonly scope: Set<string>

  constructor(
    private readonly world: World,
    private readonly day: Day,
  ) {
    this.scope = world.regions.provincesOf(centralAndWestern.scheme, centralAndWestern.groups)
    const above = aboveOn(world.regions, day)
    for (const indicator of indicators) {
      const tally = new Tally(above, (province) => hasReported(world, indicator, province, day))
      count(world, indicator, day, tally)
      this.tallies.set(indicator, tally)
    }
  }

  /** The provinces that the region is made of and that reported, for that indicator. */
  private reporting(indicator: Indicator, province: string | undefined): string[] {
    const all = this.world.regions.provinces
    const within = indicator === 'A3' ? all.filter((code) => this.scope.has(code)) : all
    return (province ? [province] : within).filter((code) =>
      hasReported(this.world, indicator, code, this.day),
    )
  }

  value(indicator: Indicator, region: string): Figure {
    const province = this.world.regions.provinceOf(region, this.day)
    if (indicator === 'A3' && province && !this.scope.has(province))
      return { ...missing, reason: 'not_applicable' }
    if (this.reporting(indicator, province).length === 0) return { ...missing, reason: 'no_data' }
    return figureOf(indicator, this.tallies.get(indicator)!.in(region))
  }

  /** Every region in which anything was counted for the indicator. */
  regionsOf(indicator: Indicator): string[] {
    return this.tallies.get(indicator)!.regions()
  }
}
