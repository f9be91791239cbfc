import { writeXlsx, type CellValue, type WriteSheet } from 'hucre'
import { percentOf, shownState, shownStatus } from './shown.ts'
import type { Findings, IndicatorFindings } from './findings.ts'
import { timeless } from './docx/package.ts'
import type { ReportRecord } from './record.ts'

const heads = [
  '代码',
  '地区',
  '任务或目标',
  '完成',
  '分子',
  '分母',
  '完成率（%）',
  '序时应达',
  '缺口',
  '状态',
]
const widths = [10, 24, 14, 14, 12, 12, 12, 14, 14, 10]

/** The annexes as a workbook: a sheet an indicator with its title in A1 and one table, and a sheet of notes. */
export async function writeWorkbook(findings: Findings, record: ReportRecord): Promise<Uint8Array> {
  const sheets = findings.indicators.map((found) => indicatorSheet(found, findings))
  const bytes = await writeXlsx({
    properties: { title: `${record.title}：附表` },
    sheets: [noteSheet(findings, record), ...sheets],
  })
  return timeless(bytes, findings.order.asOf)
}

function indicatorSheet(
  { indicator, own, regions }: IndicatorFindings,
  { order }: Findings,
): WriteSheet {
  const rows = [own, ...regions].map((row): CellValue[] => [
    row.region,
    asText(row.regionName),
    row.target,
    row.actual,
    row.numerator,
    row.denominator,
    percentOf(indicator, row),
    row.expected,
    row.gap,
    shownStatus(row),
  ])
  const title = `${indicator.code} ${indicator.name.zh}（截至${order.asOf}）`
  return tableSheet(
    { name: indicator.code, table: `annex_${indicator.code}`, title, heads, widths },
    rows,
  )
}

function noteSheet(findings: Findings, { title, hash, state }: ReportRecord): WriteSheet {
  const { order, ruleVersion, ratio } = findings
  const notes: CellValue[][] = [
    ['报告', title],
    ['截止日', order.asOf],
    ['数据集', order.snapshot],
    ['规则版本', ruleVersion],
    ['校验码', hash],
    ['状态', shownState(state)],
    ['数据性质', ratio === null ? '正式数据' : `演示数据 1 : ${ratio}，不是真实统计`],
    ['空单元格', '没有数据或不适用，见状态一列；0 就是零'],
    ['比例指标', '任务或目标、完成、序时应达、缺口以 1 为 100%'],
  ]
  const look = {
    name: '说明',
    table: 'notes',
    title: `${title}：说明`,
    heads: ['项目', '内容'],
    widths: [16, 90],
  }
  return tableSheet(look, notes)
}

type Look = { name: string; table: string; title: string; heads: string[]; widths: number[] }

function tableSheet(
  { name, table, title, heads: head, widths: wide }: Look,
  rows: CellValue[][],
): WriteSheet {
  const last = String.fromCharCode('A'.charCodeAt(0) + head.length - 1)
  return {
    name,
    columns: wide.map((width) => ({ width })),
    rows: [[title], head, ...rows],
    freezePane: { rows: 2 },
    tables: [
      {
        name: table,
        range: `A2:${last}${rows.length + 2}`,
        columns: head.map((one) => ({ name: one })),
      },
    ],
  }
}

/** What a spreadsheet might run as a formula gets an apostrophe before it. */
function asText(text: string): string {
  return /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}
