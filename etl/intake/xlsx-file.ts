import { readFile } from 'node:fs/promises'

import { EncryptedFileError, readXlsx, streamXlsxRows, type CellValue } from 'hucre'

import { refuseArchive } from './archive.ts'
import { header_rows } from './header.ts'
import { Refusal } from './refusal.ts'
import type { RowIntake } from './row-intake.ts'

/**
 * Reads the first visible sheet that has a header; answers the intake that took its rows and the names
 * of the other visible sheets. Throws a Refusal where no sheet has one or it is no workbook.
 */
export async function readWorkbook(
  path: string,
  newIntake: () => RowIntake,
): Promise<{ intake: RowIntake; unread: string[] }> {
  const bytes = await readFile(path)
  await refuseArchive(bytes)
  try {
    return await readSheets(bytes, newIntake)
  } catch (error) {
    if (error instanceof Refusal) throw error
    if (error instanceof EncryptedFileError) throw new Refusal('工作簿有密码，无法读取')
    const reason = error instanceof Error ? error.name : String(error)
    throw new Refusal(`不是有效的 XLSX 工作簿（${reason}）`)
  }
}

async function readSheets(
  bytes: Uint8Array,
  newIntake: () => RowIntake,
): Promise<{ intake: RowIntake; unread: string[] }> {
  const sheets = await visibleSheets(bytes)
  const tried: RowIntake[] = []
  for (const { index } of sheets) {
    const intake = newIntake()
    tried.push(intake)
    await readSheet(bytes, index, intake)
    if (!intake.header) continue
    const unread = sheets.filter((sheet) => sheet.index !== index).map(({ name }) => name)
    return { intake, unread }
  }
  const [first] = tried
  first?.finish()
  throw new Refusal('工作簿没有可见的工作表')
}

async function readSheet(bytes: Uint8Array, sheet: number, intake: RowIntake): Promise<void> {
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    if (!intake.header && index >= header_rows) return
    intake.row(values.map(cellText), index + 1)
  }
}

async function visibleSheets(bytes: Uint8Array): Promise<{ name: string; index: number }[]> {
  const sheets: { name: string; index: number }[] = []
  await readXlsx(bytes, {
    sheets: ({ name, index, hidden, veryHidden }) => {
      if (!hidden && !veryHidden) sheets.push({ name, index })
      return false
    },
  })
  return sheets
}

/** A date cell becomes YYYY-MM-DD, with its time where it has one. */
export function cellText(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (!(value instanceof Date)) return String(value)
  if (Number.isNaN(value.getTime())) return '#VALUE!'
  const [day = '', time = ''] = value.toISOString().split('T')
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`
}
