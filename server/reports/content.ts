import { quarterOf, yearOf } from '../progress/day.ts'
import { statusCounts } from '../progress/status-counts.ts'
import { annexTables, chartsOf } from './annexes.ts'
import { narrativeLength, type Block } from './blocks.ts'
import type { Findings, IndicatorFindings } from './findings.ts'
import { leadingSentence } from './leading.ts'
import type { ReportTexts } from './order.ts'
import { indicatorParagraph, type Naming } from './sentences.ts'
import { percentOf, shownDay, shownPercent } from './shown.ts'

/** How many regions are named in a sentence: as many as the length allows. */
const NAMINGS: Naming[] = [
  { late: 8, ahead: 5 },
  { late: 5, ahead: 3 },
  { late: 3, ahead: 2 },
  { late: 3, ahead: 1 },
  { late: 3, ahead: 0 },
  { late: 2, ahead: 0 },
  { late: 1, ahead: 0 },
  { late: 0, ahead: 0 },
]

const numerals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十']

export type Content = { title: string; blocks: Block[]; narrative: number }

/** The whole report, its narrative within `limit` characters where shorter lists of names allow it. */
export function contentOf(findings: Findings, texts: ReportTexts, limit: number): Content {
  const title = titleOf(findings)
  const written = NAMINGS.map((naming) => {
    const narrative = narrativeBlocks(findings, texts, naming)
    return { narrative, length: narrativeLength(narrative) }
  })
  const [longest] = written
  const chosen = written.find(({ length }) => length <= limit) ?? written.at(-1) ?? longest
  if (chosen === undefined) throw new Error('a report has at least one form')
  const blocks: Block[] = [
    { kind: 'title', text: title },
    { kind: 'subtitle', text: `（数据截至${shownDay(findings.order.asOf)}）` },
    ...demonstrationNote(findings),
    ...chosen.narrative,
    ...chartsOf(findings),
    ...annexTables(findings),
  ]
  return { title, blocks, narrative: chosen.length }
}

export function titleOf({ order, planName, regionName, regionLevel }: Findings): string {
  const place = regionLevel === 'nation' ? '全国' : regionName
  const year = yearOf(order.asOf)
  switch (order.kind) {
    case 'quarterly':
      return `${place}残疾人就业工作${year}年第${quarterOf(order.asOf).slice(5)}季度进展情况通报`
    case 'yearly':
      return `${place}残疾人就业工作${year}年度进展情况通报`
    case 'midterm':
      return `${place}《${planName}》中期评估报告`
    case 'final':
      return `${place}《${planName}》终期评估报告`
  }
}

function demonstrationNote({ ratio }: Findings): Block[] {
  if (ratio === null) return []
  return [{ kind: 'note', text: `演示数据（1 : ${ratio}），由程序生成，不是真实统计，不得引用。` }]
}

function narrativeBlocks(findings: Findings, texts: ReportTexts, naming: Naming): Block[] {
  const sections: { name: string; blocks: Block[] }[] = [
    { name: '总体情况', blocks: [{ kind: 'text', text: overallParagraph(findings) }] },
    { name: '任务指标完成情况', blocks: groupBlocks(findings, naming) },
    { name: '滞后和逾期事项', blocks: [{ kind: 'text', text: lateParagraph(findings) }] },
    { name: '存在的问题', blocks: ownBlocks(texts.problems) },
    { name: '原因分析', blocks: ownBlocks(texts.causes) },
    { name: '工作建议', blocks: ownBlocks(texts.suggestions) },
    { name: '数据说明', blocks: [{ kind: 'text', text: basisParagraph(findings) }] },
  ].filter(({ blocks }) => blocks.length > 0) as { name: string; blocks: Block[] }[]
  return sections.flatMap(({ name, blocks }, at): Block[] => [
    { kind: 'heading1', text: `${numerals[at] ?? at + 1}、${name}` },
    ...blocks,
  ])
}

function ownBlocks(text: string): Block[] {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter((line) => line !== '').map((line) => ({ kind: 'own', text: line }))
}

function groupBlocks({ indicators }: Findings, naming: Naming): Block[] {
  const groups = [...new Set(indicators.map(({ indicator }) => indicator.group.zh))]
  return groups.flatMap((group, at): Block[] => [
    {
      kind: 'heading2',
      text: `（${numerals[at] ?? at + 1}）${group.replace(/^[一二三四五六七八九十]+、/, '')}`,
    },
    ...indicators
      .filter(({ indicator }) => indicator.group.zh === group)
      .map((found, index): Block => ({
        kind: 'text',
        text: `${index + 1}. ${indicatorParagraph(found, naming)}`,
      })),
  ])
}

function overallParagraph({
  planSource,
  order,
  elapsed,
  indicators,
  regionName,
  regionLevel,
}: Findings): string {
  const counts = statusCounts(indicators.map(({ own }) => own))
  const passed =
    elapsed.share === null
      ? ''
      : `，方案期限已过${shownPercent(Math.floor(elapsed.share * 10_000 + 0.5) / 100)}`
  const parts: [number, string][] = [
    [counts.met, '已完成'],
    [counts.on_pace, '达到序时进度'],
    [counts.watch, '略低于序时进度'],
    [counts.behind, '滞后'],
    [counts.overdue, '逾期'],
    [counts.no_data, '无数据'],
    [counts.none, '不判定'],
  ]
  const states = parts.filter(([count]) => count > 0).map(([count, words]) => `${words}${count}项`)
  const place = regionLevel === 'nation' ? '全国' : regionName
  return `对照《${planSource}》，截至${shownDay(order.asOf)}${passed}，${place}共监测${indicators.length}项指标，其中${states.join('、')}。${leadingSentence(indicators)}`
}

function lateParagraph({ indicators }: Findings): string {
  const late = indicators.filter(({ own }) => own.status === 'behind' || own.status === 'overdue')
  if (late.length === 0) return '没有滞后或逾期的指标。'
  return `滞后或逾期的指标有${late.length}项：${late.map(lateWords).join('、')}。`
}

function lateWords({ indicator, own }: IndicatorFindings): string {
  return `${indicator.code} ${indicator.name.zh}（${shownPercent(percentOf(indicator, own))}）`
}

function basisParagraph({ order, ruleVersion }: Findings): string {
  return `本报告数据取自数据集${order.snapshot}，计数规则版本${ruleVersion}；完成率保留两位小数，四舍五入；各指标定义见系统指标页，缺报地区写明“无数据”，不按零计。`
}
