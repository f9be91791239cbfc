import { completionPercent } from '../progress/gap.ts'
import type { Indicator } from '../progress/plan.ts'
import type { ProgressRow } from '../progress/row.ts'

/** How a report writes a figure. What is missing is written as what it is, never as 0. */

type Unit = Indicator['unit']

const unitWords: Record<Unit, string> = { persons: '人', units: '个', yuan: '元', percent: '' }

const statusWords = {
  met: '已完成',
  on_pace: '正常',
  watch: '关注',
  behind: '滞后',
  overdue: '逾期',
  no_data: '无数据',
} as const

const reasonWords = {
  no_data: '无数据',
  not_applicable: '不适用',
  no_permission: '无权限',
  suppressed: '不予公开',
} as const

const stateWords: Record<string, string> = {
  draft: '草稿，未经审核，不得引用',
  under_review: '送审稿，未经审核，不得引用',
  approved: '审核通过',
  locked: '审核通过，已锁定',
}

/** How far the report is, as every copy of it says. */
export function shownState(state: string): string {
  return stateWords[state] ?? state
}

const NONE = '—'

/** 451257 → 451,257; what is expected may have a fraction and keeps one decimal. */
export function shownNumber(value: number | null): string {
  if (value === null) return NONE
  return new Intl.NumberFormat('en', { maximumFractionDigits: 1 }).format(value)
}

export function shownCount(value: number | null, unit: Unit): string {
  return value === null ? NONE : `${shownNumber(value)}${unitWords[unit]}`
}

/** A percentage that is rounded already: 74.04 → 74.04%. */
export function shownPercent(percent: number | null): string {
  return percent === null ? NONE : `${percent.toFixed(2)}%`
}

/** A target set as a fraction of 1: 0.6 → 60%. */
export function shownTarget(target: number | null, unit: Unit): string {
  if (target === null) return NONE
  return unit === 'percent' ? `${Number((target * 100).toFixed(2))}%` : shownCount(target, unit)
}

const countedBy: Record<string, string> = {
  households: '户',
  levy: '个',
  lead_employers: '个',
  ledger: '元',
}

/** The measure word of what a ratio's two parts are counted in: places, households, yuan, or persons. */
export function countedIn({ kind, members }: Pick<Indicator, 'kind' | 'members'>): string {
  return kind === 'coverage' || kind === 'milestone' ? '个' : (countedBy[members.view] ?? '人')
}

export function isRatio({ kind, unit }: Pick<Indicator, 'kind' | 'unit'>): boolean {
  return kind === 'coverage' || kind === 'milestone' || (unit === 'percent' && kind !== 'trend')
}

/** The row's rate in percent, two decimals, half up: of a ratio the ratio, of a count its completion. */
export function percentOf(
  indicator: Pick<Indicator, 'kind' | 'unit'>,
  row: ProgressRow,
): number | null {
  if (indicator.unit !== 'percent' && !isRatio(indicator)) return row.completionPercent
  return row.denominator === 0 ? null : completionPercent(row.numerator, row.denominator)
}

/** The value as a reader sees it: a ratio as a percentage, anything else with its unit. */
export function shownActual(indicator: Pick<Indicator, 'kind' | 'unit'>, row: ProgressRow): string {
  if (row.actual === null) return reasonWords[row.reason ?? 'no_data']
  if (indicator.unit === 'percent') return shownPercent(percentOf(indicator, row))
  return shownCount(row.actual, indicator.unit)
}

export function shownStatus({ status, reason }: ProgressRow): string {
  if (status !== null) return statusWords[status]
  return reason === null ? '不判定' : reasonWords[reason]
}

/** 2018-06-30 → 2018年6月30日. */
export function shownDay(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}
