import { commitmentOf } from './commitments.ts'
import type { Day } from './days.ts'
import { Figures } from './figures.ts'
import { type Indicator, planOf } from './plan-constants.ts'
import { daysAhead, expectedOn, type Line, targetLine } from './targets.ts'
import { comparedWithLastYear } from './trend.ts'
import type { World } from './world.ts'

export type Standing = {
  target: number | null
  expected: number | null
  pace: number | null
  gap: number | null
  days: number | null
  status: string | null
}

const nothing = { target: null, expected: null, pace: null, gap: null, days: null }

/** Figures of a world by day, each day counted once. */
export class Book {
  private readonly pages = new Map<Day, Figures>()

  constructor(readonly world: World) {}

  on(day: Day): Figures {
    const page = this.pages.get(day) ?? new Figures(this.world, day)
    this.pages.set(day, page)
    return page
  }

  /** Of a coverage the one reached on the deadline itself decides. */
  private isOverdue(indicator: Indicator, region: string, day: Day, line: Line): boolean {
    if (day <= line.deadline) return false
    if (commitmentOf(indicator)?.kind !== 'coverage') return true
    const reached = this.on(line.deadline).value(indicator, region).actual
    return reached === null || reached < line.target
  }

  /** Against last year. */
  private trend(indicator: Indicator, region: string, day: Day): Standing {
    const { reason } = this.on(day).value(indicator, region)
    const compared = comparedWithLastYear(this.world, (on) => this.on(on), indicator, region, day)
    const status = reason === 'no_data' ? 'no_data' : null
    const target = compared?.lastYear ?? null
    if (!compared || target === null) return { ...nothing, status }
    const { thisYear } = compared
    if (thisYear === null) return { ...nothing, target, expected: target, status }
    const pace = target <= 0 ? null : thisYear / target
    const common = { target, expected: target, pace, gap: thisYear - target, days: null }
    return { ...common, status: thisYear >= target ? 'met' : statusByPace(pace) }
  }

  /** Rules: Targets, pace, status; of the plans of 2020 and 2022 there is none before they begin. */
  standing(indicator: Indicator, region: string, day: Day): Standing {
    const isTrend = ['L1', 'L2', 'L10', 'L11'].includes(indicator)
    const standing = isTrend
      ? this.trend(indicator, region, day)
      : this.againstTarget(indicator, region, day)
    const { plan, start } = planOf(indicator)
    const isJudged = plan === '13-5' || day >= start
    return isJudged ? standing : { ...standing, status: null }
  }

  private againstTarget(indicator: Indicator, region: string, day: Day): Standing {
    const { actual, reason } = this.on(day).value(indicator, region)
    const line = targetLine(this.world, indicator, region, day)
    const status = reason === 'no_data' ? 'no_data' : null
    if (!line) return { ...nothing, status }
    const target = line.target
    const expected = expectedOn(line, day)
    if (actual === null) return { ...nothing, target, expected, status }
    if (commitmentOf(indicator)?.kind === 'ceiling') return belowCeiling(actual, target, expected)
    const pace = expected === 0 ? null : actual / expected
    const common = { target, expected, pace, gap: actual - target }
    const days = daysAhead(line, actual, day)
    if (actual >= target) return { ...common, days, status: 'met' }
    if (this.isOverdue(indicator, region, day, line)) return { ...common, days, status: 'overdue' }
    return { ...common, days, status: statusByPace(pace) }
  }
}

/** The fewer the better: there is no pace. */
function belowCeiling(actual: number, target: number, expected: number): Standing {
  const status = actual <= target ? 'met' : 'behind'
  return { target, expected, pace: null, gap: actual - target, days: null, status }
}

function statusByPace(pace: number | null): string | null {
  if (pace === null) return null
  if (pace >= 1) return 'on_pace'
  return pace >= 0.9 ? 'watch' : 'behind'
}
