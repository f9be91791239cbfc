import { writeXlsx, type CellValue, type WriteSheet } from 'hucre'
import type { SubmittedFile } from '../manifest.ts'
import type { Fault } from './quarantine.ts'
import type { Place } from './request.ts'

export const MEND_LIST_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const columns = [
  { title: '文件', width: 32 },
  { title: '行号', width: 8 },
  { title: '列名', width: 22 },
  { title: '不符合的规则', width: 56 },
  { title: '原值', width: 28 },
]

/** What a unit has to mend in a quarter: its refused files, and the faults of its other files. */
export type ToMend = Place & { snapshot: string; files: SubmittedFile[]; faults: Fault[] }

/**
 * The workbook of it, in the same form as `npm run etl -- quarantine` gives: a title in A1, a table with
 * a header row below it, no merged cells, and a sheet of notes.
 */
export async function mendList(list: ToMend): Promise<Uint8Array> {
  const title = `${list.unit} ${list.quarter} 待修改记录`
  return writeXlsx({
    properties: { title },
    sheets: [faultSheet(title, list), noteSheet(title, list)],
  })
}

function faultSheet(title: string, { files, faults }: ToMend): WriteSheet {
  const refused = files
    .filter(({ fate }) => fate === 'refused')
    .map(({ path, reason }) => [nameOf(path), '', '', `整个文件被拒收：${reason ?? ''}`, ''])
  const listed = faults.map(({ path, line, column, rule, value }) => [
    nameOf(path),
    line,
    asText(column ?? ''),
    asText(rule),
    asText(value ?? ''),
  ])
  const found: CellValue[][] = [...refused, ...listed]
  const rows = found.length > 0 ? found : [['没有需要修改的记录', '', '', '', '']]
  return tableSheet('待修改', 'mend_list', title, columns, rows)
}

function noteSheet(title: string, { snapshot, faults }: ToMend): WriteSheet {
  const rows = new Set(faults.map(({ path, line }) => `${path} ${line}`)).size
  const notes: CellValue[][] = [
    ['快照', snapshot],
    ['问题数', faults.length],
    ['涉及行数', rows],
    ['行号', 'CSV 为该行在文件中的首个物理行，工作簿为工作表的行号；没有行号的是整个文件的问题'],
    ['原值', '姓名、残疾人证号、学员编号、家庭编号只显示末两位'],
    ['如何修改', '改正后在“数据报送”页重新报送，或随下一季度报送；相同主键的记录会替换，不会重复'],
    ['隔离的影响', '隔离的记录没有任何效力：以前报送的同一记录仍然有效'],
  ]
  const heads = [
    { title: '项目', width: 16 },
    { title: '内容', width: 90 },
  ]
  return tableSheet('说明', 'notes', `${title}：说明`, heads, notes)
}

function tableSheet(
  name: string,
  table: string,
  title: string,
  heads: { title: string; width: number }[],
  rows: CellValue[][],
): WriteSheet {
  const last = String.fromCharCode('A'.charCodeAt(0) + heads.length - 1)
  return {
    name,
    columns: heads.map(({ width }) => ({ width })),
    rows: [[title], heads.map((head) => head.title), ...rows],
    freezePane: { rows: 2 },
    tables: [
      {
        name: table,
        range: `A2:${last}${rows.length + 2}`,
        columns: heads.map((head) => ({ name: head.title })),
      },
    ],
  }
}

function nameOf(path: string): string {
  return asText(path.slice(path.lastIndexOf('/') + 1))
}

/** What a spreadsheet might run as a formula gets an apostrophe before it; numbers stay. */
function asText(text: string): string {
  const isNumber = /^-?\d[\d,.]*$|^-$/.test(text)
  return !isNumber && /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text
}
