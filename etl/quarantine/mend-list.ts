import { writeXlsx, type CellValue, type WriteSheet } from 'hucre'

import type { Fault, Faults, Submitter } from './faults.ts'

const columns = [
  { title: '文件', width: 32 },
  { title: '行号', width: 8 },
  { title: '列名', width: 22 },
  { title: '不符合的规则', width: 56 },
  { title: '原值', width: 28 },
]

/**
 * The workbook of what a unit has to mend: a title in A1, a table with a header row, no merged cells, and
 * a sheet of notes.
 */
export function mendList({ snapshot, faults }: Faults, from: Submitter): Promise<Uint8Array> {
  const title = `${from.unit} ${from.quarter} 待修改记录`
  return writeXlsx({
    properties: { title },
    sheets: [faultSheet(title, faults), noteSheet(title, notes(snapshot, faults))],
  })
}

function faultSheet(title: string, faults: Fault[]): WriteSheet {
  const titles = columns.map((column) => column.title)
  const listed = faults.map(({ file, line, column, rule, value }) => [
    asText(file),
    line ?? '',
    column ?? '',
    asText(rule),
    asText(value ?? ''),
  ])
  const rows = listed.length > 0 ? listed : [['没有需要修改的记录', '', '', '', '']]
  return {
    name: '待修改',
    columns: columns.map(({ width }) => ({ width })),
    rows: [[title], titles, ...rows],
    freezePane: { rows: 2 },
    tables: [
      {
        name: 'mend_list',
        range: `A2:E${rows.length + 2}`,
        columns: titles.map((name) => ({ name })),
      },
    ],
  }
}

function notes(snapshot: string, faults: Fault[]): CellValue[][] {
  const rows = new Set(faults.map(({ file, line }) => `${file} ${String(line)}`)).size
  return [
    ['快照', snapshot],
    ['问题数', faults.length],
    ['涉及行数', rows],
    ['行号', 'CSV 为该行在文件中的首个物理行，工作簿为工作表的行号；没有行号的是整个文件的问题'],
    ['原值', '姓名、残疾人证号、学员编号、家庭编号只显示末两位'],
    [
      '如何修改',
      '在原文件中改正后，以排序在后的文件名放入同一季度，或随下一季度报送；相同主键的记录会替换，不会重复',
    ],
    ['隔离的影响', '隔离的记录没有任何效力：以前报送的同一记录仍然有效'],
  ]
}

function noteSheet(title: string, rows: CellValue[][]): WriteSheet {
  return {
    name: '说明',
    columns: [{ width: 16 }, { width: 90 }],
    rows: [[`${title}：说明`], ['项目', '内容'], ...rows],
    tables: [
      {
        name: 'notes',
        range: `A2:B${rows.length + 2}`,
        columns: [{ name: '项目' }, { name: '内容' }],
      },
    ],
  }
}

/** What a spreadsheet might run as a formula gets an apostrophe before it; numbers stay as they are. */
export function asText(text: string): string {
  const isNumber = /^-?\d[\d,.]*$|^-$/.test(text)
  return !isNumber && /^[=+\-@\t\r\n\0＝＋－＠]/.test(text) ? `'${text}` : text
}
