import { filingYearOn } from './count-organ.ts'
import { counts } from './counts.ts'
import { type Day, yearOf } from './days.ts'
import {
  centralAndWestern,
  extractCountedFrom,
  type Indicator,
  isMilestone,
  isRatio,
  levelsOf,
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

/** Of the placements and the ledger the as-of year; of B1 and B2 the latest filing year. */
function yearAsked(world: World, indicator: Indicator, day: Day): string | undefined {
  if (indicator === 'B1' || indicator === 'B2') return filingYearOn(world, day) ?? 'none'
  const isYearly = ['placement', 'levy_ledger', 'levy_filing'].includes(
    extractCountedFrom[indicator],
  )
  return isYearly ? String(yearOf(day)) : undefined
}

/** Which provinces count on a day: of milestones all, there an absent record is the finding. */
function reportedOn(world: World, indicator: Indicator, day: Day): (province: string) => boolean {
  const year = yearAsked(world, indicator, day)
  const ending = [extractCountedFrom[indicator], ...(year ? [year] : [])].join(' ')
  return (province) => isMilestone(indicator) || world.reported.has(`${province} ${ending}`)
}

const missing = { actual: null, numerator: null, denominator: null }

/** The ledger is added up in 0.0001 yuan and shown in yuan. */
function unitOf(indicator: Indicator): number {
  return extractCountedFrom[indicator] === 'levy_ledger' ? 10_000 : 1
}

function figureOf(indicator: Indicator, sums: Sums): Figure {
  const numerator = sums.numerator / unitOf(indicator)
  const denominator = sums.denominator / unitOf(indicator)
  if (!isRatio(indicator)) return { actual: numerator, numerator, denominator: null, reason: null }
  if (denominator === 0) return { actual: null, numerator, denominator, reason: 'not_applicable' }
  return { actual: numerator / denominator, numerator, denominator, reason: null }
}

/** All figures of one day. */
export class Figures {
  private readonly tallies = new Map<Indicator, Tally>()
  private readonly reports = new Map<Indicator, (province: string) => boolean>()
  private readonly above: (leaf: string) => string[]
  private readonly scope: Set<string>

  constructor(
    private readonly world: World,
    private readonly day: Day,
  ) {
    this.scope = world.regions.provincesOf(centralAndWestern.scheme, centralAndWestern.groups)
    this.above = aboveOn(world.regions, day)
  }

  private tally(indicator: Indicator): Tally {
    const before = this.tallies.get(indicator)
    if (before) return before
    const tally = new Tally(this.above, this.hasReported(indicator))
    counts[indicator](this.world, this.day, tally)
    this.tallies.set(indicator, tally)
    return tally
  }

  private hasReported(indicator: Indicator): (province: string) => boolean {
    const known = this.reports.get(indicator)
    if (known) return known
    const found = reportedOn(this.world, indicator, this.day)
    this.reports.set(indicator, found)
    return found
  }

  /** The provinces that the region is made of and that reported, for that indicator. */
  private reporting(indicator: Indicator, province: string | undefined): string[] {
    const all = this.world.regions.provinces
    const within = indicator === 'A3' ? all.filter((code) => this.scope.has(code)) : all
    return (province ? [province] : within).filter(this.hasReported(indicator))
  }

  /** Rules, Zero, no data, not applicable: the level and the scope, and L8 before its rule. */
  private applies(indicator: Indicator, region: string, province: string | undefined): boolean {
    if (indicator === 'A3' && province && !this.scope.has(province)) return false
    if (indicator === 'L8' && yearOf(this.day) < 2020) return false
    return levelsOf(indicator).includes(this.world.regions.levelOf(region, this.day))
  }

  value(indicator: Indicator, region: string): Figure {
    const province = this.world.regions.provinceOf(region, this.day)
    if (!this.applies(indicator, region, province)) return { ...missing, reason: 'not_applicable' }
    if (this.reporting(indicator, province).length === 0) return { ...missing, reason: 'no_data' }
    return figureOf(indicator, this.tally(indicator).in(region))
  }

  /** Every region in which anything was counted for the indicator. */
  regionsOf(indicator: Indicator): string[] {
    return this.tally(indicator).regions()
  }
}
