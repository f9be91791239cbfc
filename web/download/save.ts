import type { WorkbookWords } from './workbook.ts'
import { fileName, type Sheet } from './sheet.ts'
import type { Drawing } from './picture.ts'

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export type Form = 'xlsx' | 'csv' | 'png'

/** The writers are loaded when the first file is asked for. */
async function write(form: Form, sheet: Sheet, words: WorkbookWords, drawing: Drawing | null) {
  if (form === 'csv') {
    const { csvOf } = await import('./csv.ts')
    return new Blob([csvOf(sheet)], { type: 'text/csv;charset=utf-8' })
  }
  if (form === 'xlsx') {
    const { workbookOf } = await import('./workbook.ts')
    return new Blob([new Uint8Array(await workbookOf(sheet, words))], { type: XLSX })
  }
  if (drawing === null) throw new Error('There is no chart to draw here: download the table')
  const { pictureOf } = await import('./picture.ts')
  return pictureOf(drawing, sheet.title, sheet.facts.map((fact) => fact.join(' ')).join('  '))
}

/** Writes the file and gives it to the browser to keep. Throws where it cannot be written. */
export async function save(
  form: Form,
  sheet: Sheet,
  words: WorkbookWords,
  drawing: Drawing | null,
): Promise<string> {
  const address = URL.createObjectURL(await write(form, sheet, words, drawing))
  const link = document.createElement('a')
  link.href = address
  link.download = fileName(sheet.title, form)
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
  return link.download
}
