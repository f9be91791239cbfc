import type { ProgressRow } from '../progress/row.ts'
import type { ChartBlock, TableBlock } from './blocks.ts'
import type { Findings, IndicatorFindings } from './findings.ts'
import {
  isRatio,
  percentOf,
  shownActual,
  shownNumber,
  shownPercent,
  shownStatus,
  shownTarget,
} from './shown.ts'

const heads = {
  ratio: ['地区', '应完成', '已完成', '完成比例', '目标', '状态'],
  count: ['地区', '任务数', '完成数', '完成率', '序时应达', '状态'],
} as const

const units = { persons: '人', units: '个', yuan: '元', percent: '%' } as const

/** An annex table per indicator that has regions below: the region itself first, then a row each. */
export function annexTables({ indicators }: Findings): TableBlock[] {
  return indicators
    .filter(({ regions }) => regions.length > 0)
    .map((found, at) => annexTable(found, at + 1))
}

function annexTable({ indicator, own, regions }: IndicatorFindings, number: number): TableBlock {
  const ratio = isRatio(indicator)
  const row = (one: ProgressRow) => (ratio ? ratioRow(indicator, one) : countRow(indicator, one))
  return {
    kind: 'table',
    caption: `附表${number}　${indicator.code} ${indicator.name.zh}`,
    unit: ratio ? '个、人或户；比例为%' : units[indicator.unit],
    head: [...(ratio ? heads.ratio : heads.count)],
    rows: [own, ...regions].map(row),
  }
}

function ratioRow(indicator: IndicatorFindings['indicator'], row: ProgressRow): string[] {
  const parts = [shownNumber(row.denominator), shownNumber(row.numerator)]
  const percent =
    row.actual === null ? shownActual(indicator, row) : shownPercent(percentOf(indicator, row))
  return [row.regionName, ...parts, percent, shownTarget(row.target, 'percent'), shownStatus(row)]
}

function countRow(indicator: IndicatorFindings['indicator'], row: ProgressRow): string[] {
  const target =
    indicator.unit === 'percent' ? shownTarget(row.target, 'percent') : shownNumber(row.target)
  const value =
    row.actual === null || indicator.unit === 'percent'
      ? shownActual(indicator, row)
      : shownNumber(row.actual)
  const expected =
    indicator.unit === 'percent' ? shownTarget(row.expected, 'percent') : shownNumber(row.expected)
  return [
    row.regionName,
    target,
    value,
    shownPercent(row.completionPercent),
    expected,
    shownStatus(row),
  ]
}

/** How far each indicator with a target is, and where most indicators lag. */
export function chartsOf(findings: Findings): ChartBlock[] {
  return [completionChart(findings), lagChart(findings)].filter(({ bars }) => bars.length > 0)
}

function completionChart({ indicators }: Findings): ChartBlock {
  const bars = indicators.flatMap(({ indicator, own }) => {
    const percent = own.completionPercent
    return percent === null
      ? []
      : [{ name: indicator.code, value: percent, shown: shownPercent(percent) }]
  })
  return {
    kind: 'chart',
    number: 1,
    caption: '图1　各项指标完成率（完成数占任务数，或比例占目标比例）',
    unit: '%',
    description: spoken('各项指标完成率', bars),
    bars,
  }
}

function lagChart({ indicators }: Findings): ChartBlock {
  const lags = new Map<string, number>()
  for (const { status, regionName } of indicators.flatMap(({ regions }) => regions))
    if (status === 'behind' || status === 'overdue')
      lags.set(regionName, (lags.get(regionName) ?? 0) + 1)
  const bars = [...lags]
    .map(([name, value]) => ({ name, value, shown: `${value}项` }))
    .sort((a, b) => b.value - a.value)
  return {
    kind: 'chart',
    number: 2,
    caption: '图2　各地区滞后和逾期的指标数',
    unit: '项',
    description: spoken('各地区滞后和逾期的指标数', bars),
    bars,
  }
}

function spoken(name: string, bars: ChartBlock['bars']): string {
  return `${name}：${bars.map((bar) => `${bar.name} ${bar.shown}`).join('，')}。`
}
