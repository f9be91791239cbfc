import { completionPercent } from '../progress/gap.ts'
import type { ProgressRow } from '../progress/row.ts'
import type { IndicatorFindings } from './findings.ts'
import {
  isRatio,
  percentOf,
  shownActual,
  shownCount,
  shownDay,
  shownNumber,
  shownPercent,
  shownTarget,
} from './shown.ts'

/** Sentences in the form of the federations' bulletins: task, done, rate; who lags, who is ahead. */

export type NamedRate = { name: string; percent: number }

/** 城镇新增就业任务1,300人，完成1,513人，完成率116.38%. */
export function taskSentence(
  name: string,
  task: string,
  done: string,
  percent: number | null,
): string {
  return `${name}任务${task}，完成${done}，完成率${shownPercent(percent)}`
}

/** 实名制录入应完成451,257人，已完成334,101人，占74.04%. */
export function shareSentence(
  name: string,
  due: string,
  done: string,
  percent: number | null,
): string {
  return `${name}应完成${due}，已完成${done}，占${shownPercent(percent)}`
}

/** 甲（45.00%）、乙（51.20%）等7个地区: the first `most` named with their rates; '' where none is. */
export function namedRates(rates: NamedRate[], most: number): string {
  if (rates.length === 0) return ''
  const names = rates
    .slice(0, most)
    .map(({ name, percent }) => `${name}（${shownPercent(percent)}）`)
  if (names.length === 0) return `${rates.length}个地区`
  return `${names.join('、')}${rates.length > names.length ? `等${rates.length}个地区` : ''}`
}

/** How many regions a sentence names among those behind, and among those ahead. */
export type Naming = { late: number; ahead: number }

/** Those behind, furthest first, and those ahead, best first. */
function regionSentences(found: IndicatorFindings, { late, ahead }: Naming): string {
  if (found.indicator.kind === 'milestone') return ''
  const behind = ratesOf(found, ({ status }) => status === 'behind' || status === 'overdue')
  const done = ratesOf(found, ({ status }) => status === 'met').reverse()
  const fast = ratesOf(found, ({ status }) => status === 'on_pace').reverse()
  return [
    behind.length > 0 ? `滞后或逾期的有${namedRates(behind, late)}` : '',
    ahead > 0 && done.length > 0 ? `已完成的有${namedRates(done, ahead)}` : '',
    ahead > 0 && done.length === 0 && fast.length > 0
      ? `进度较快的有${namedRates(fast, ahead)}`
      : '',
  ]
    .filter((part) => part !== '')
    .join('；')
}

function ratesOf(
  { indicator, regions }: IndicatorFindings,
  holds: (row: ProgressRow) => boolean,
): NamedRate[] {
  return regions
    .filter(holds)
    .flatMap((row) => {
      const percent = percentOf(indicator, row)
      return percent === null ? [] : [{ name: row.regionName, percent }]
    })
    .sort((a, b) => a.percent - b.percent)
}

/** The whole paragraph of one indicator. */
export function indicatorParagraph(found: IndicatorFindings, naming: Naming): string {
  const parts = [
    ownSentence(found),
    increaseSentence(found),
    paceSentence(found.own),
    regionSentences(found, naming),
  ]
  return `${parts.filter((part) => part !== '').join('；')}。`
}

function ownSentence({ indicator, own }: IndicatorFindings): string {
  const { kind, unit } = indicator
  const name = `${indicator.name.zh}${indicator.isInterpretation ? '（目标为本系统解读）' : ''}`
  if (own.actual === null) return `${name}：${shownActual(indicator, own)}`
  if (kind === 'trend' || own.comparable !== null) return trendSentence(name, indicator, own)
  const percent = percentOf(indicator, own)
  if (kind === 'milestone' && own.regionLevel !== 'nation')
    return `${name}${own.numerator === 0 ? '未建立或未完成' : '已建立或已完成'}`
  if (!isRatio(indicator)) {
    if (own.target === null) return `${name}${shownActual(indicator, own)}`
    return taskSentence(name, shownCount(own.target, unit), shownCount(own.actual, unit), percent)
  }
  const due = `${shownNumber(own.denominator)}${indicator.counted}`
  const share = shareSentence(
    name,
    due,
    `${shownNumber(own.numerator)}${indicator.counted}`,
    percent,
  )
  return own.target === null ? share : `${share}，目标${shownTarget(own.target, 'percent')}`
}

/** This year beside the same stretch of the year before, both as they are. */
function trendSentence(
  name: string,
  indicator: IndicatorFindings['indicator'],
  own: ProgressRow,
): string {
  const shown = shownActual(indicator, own)
  if (own.target === null) return `${name}${shown}`
  if (indicator.unit !== 'percent')
    return `${name}${shown}，上年同期${shownCount(own.target, indicator.unit)}`
  return `${name}${shown}，上年同期${shownPercent(hundredths(own.target))}`
}

function hundredths(fraction: number): number {
  return Math.floor(Number((fraction * 10_000).toPrecision(14)) + 0.5) / 100
}

/** What the period itself added; nothing where the value before is not known. */
export function increaseOf({
  own,
  before,
}: Pick<IndicatorFindings, 'own' | 'before'>): number | null {
  if (own.actual === null || before === null || before.actual === null) return null
  return own.actual - before.actual
}

function increaseSentence(found: IndicatorFindings): string {
  const increase = increaseOf(found)
  return increase === null ? '' : `本期新增${shownCount(increase, found.indicator.unit)}`
}

/** 达到 or 未达序时进度, the official words; of what is past its deadline, what held on that day. */
function paceSentence({ status, pace, deadline, atDeadline }: ProgressRow): string {
  const day = deadline === null ? '' : shownDay(deadline)
  if (status === 'met') return '已完成'
  if (status === 'overdue') {
    if (atDeadline === null || atDeadline.numerator === null) return `期限${day}已过，逾期未完成`
    const then = completionPercent(atDeadline.numerator, atDeadline.denominator)
    return `期限${day}已过，当日为${shownPercent(then)}，逾期未完成`
  }
  if (status === 'on_pace') return '达到序时进度'
  if (status === 'watch' || status === 'behind')
    return `未达序时进度${pace === null ? '' : `（进度比${shownPace(pace)}）`}`
  return ''
}

/** Two decimals, cut and not rounded: a pace short of 1 never reads 1.00. */
function shownPace(pace: number): string {
  return (Math.floor(Number((pace * 100).toPrecision(14))) / 100).toFixed(2)
}
