import { writeXlsx, type WriteSheet } from 'hucre/xlsx'
import { safeCell, type Cell, type Column, type Sheet } from './sheet.ts'

const FORMATS = { count: '#,##0.##', rate: '0.00%' }
const NARROWEST = 10
const WIDEST = 60

/** Sheet and column names in the language of the pages. */
export interface WorkbookWords {
  table: string
  notes: string
  item: string
  content: string
}

/**
 * An accessible workbook: the title in A1, a table object with a header row, no merged cells, no empty
 * rows, columns as wide as their words, and a sheet of notes.
 */
export function workbookOf(sheet: Sheet, words: WorkbookWords): Promise<Uint8Array> {
  const notes: Sheet = {
    title: `${sheet.title} ${words.notes}`,
    columns: [{ name: words.item }, { name: words.content }],
    rows: sheet.facts,
    facts: [],
  }
  return writeXlsx({
    properties: { title: sheet.title },
    sheets: [written(sheet, words.table, 'figures'), written(notes, words.notes, 'notes')],
  })
}

function written({ title, columns, rows }: Sheet, name: string, table: string): WriteSheet {
  const titles = uniqueNames(columns)
  const last = rows.length + 2
  return {
    name,
    columns: columns.map((column, at) => ({
      width: width([column.name, ...rows.map((row) => row[at] ?? '')]),
      ...(column.format && { numFmt: FORMATS[column.format] }),
    })),
    rows: [[safeCell(title)], titles, ...rows.map((row) => row.map(safeCell))],
    freezePane: { rows: 2, columns: 1 },
    tables: [
      {
        name: table,
        range: `A2:${letters(columns.length)}${last}`,
        columns: titles.map((title) => ({ name: title })),
      },
    ],
  }
}

/** A table object refuses two columns of one name. */
function uniqueNames(columns: Column[]): string[] {
  const names = columns.map(({ name }) => String(safeCell(name)))
  return names.map((name, at) => {
    const before = names.slice(0, at).filter((other) => other === name).length
    return before === 0 ? name : `${name} ${before + 1}`
  })
}

/** 1 → A, 27 → AA. */
function letters(count: number): string {
  const rest = String.fromCharCode(65 + ((count - 1) % 26))
  return count > 26 ? letters(Math.floor((count - 1) / 26)) + rest : rest
}

/** In characters; a Chinese one is two wide. */
function width(cells: Cell[]): number {
  const widths = cells.map((cell) => String(cell).replace(/[^\0-\xff]/g, '  ').length + 2)
  return Math.min(WIDEST, Math.max(NARROWEST, ...widths))
}
