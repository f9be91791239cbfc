import { writeXlsx } from 'hucre'
import type { Fault } from './quarantine.ts'

export const MEND_LIST_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

const columns = [
  { header: '文件', width: 36 },
  { header: '行号', width: 8 },
  { header: '列名', width: 20 },
  { header: '不符合的规则', width: 48 },
  { header: '原值（个人信息只留末两位）', width: 30 },
]

/** A workbook of what a unit has to mend, a row a fault: file, line, column, rule, masked value. */
export async function mendList(faults: Fault[]): Promise<Uint8Array> {
  const rows = faults.map(({ path, line, column, rule, value }) => [
    asText(path),
    line,
    asText(column ?? ''),
    asText(rule),
    asText(value ?? ''),
  ])
  const sheet = { name: '待修改', columns, rows: [columns.map(({ header }) => header), ...rows] }
  return writeXlsx({ sheets: [sheet] })
}

/** Text that a spreadsheet would run as a formula gets an apostrophe before it. */
function asText(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
}
