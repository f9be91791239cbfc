/** One table on its way out of the pages; what is not there stands in it as words, never as 0 or nothing. */

export type Cell = string | number

export interface Column {
  name: string
  /** How a workbook shows its numbers; a rate is a fraction of 1. Without it, as they are. */
  format?: 'count' | 'rate'
  /** What its numbers count, in words, where one unit holds for all of them. */
  unit?: string
}

export interface Sheet {
  title: string
  columns: Column[]
  rows: Cell[][]
  /** What the reader must know to quote it: name and value, such as the snapshot and the as-of day. */
  facts: [string, string][]
}

/** What a spreadsheet might run as a formula gets an apostrophe before it; numbers stay as they are. */
function asText(text: string): string {
  const isNumber = /^-?\d[\d,.]*%?$|^-$/.test(text)
  return !isNumber && /^[=+\-@\t\r\n\0＝＋－＠]/.test(text) ? `'${text}` : text
}

export function safeCell(cell: Cell): Cell {
  return typeof cell === 'string' ? asText(cell) : cell
}

/** The title as a file's name: without what file systems refuse or read as a path. */
export function fileName(title: string, ending: string): string {
  const plain = title.replace(/[\\/:*?"<>|\u0000-\u001f\u202a-\u202e]+/g, ' ').trim()
  return `${plain.replace(/^\.+/, '').slice(0, 80)}.${ending}`
}
