import { readFile } from 'node:fs/promises'

import { EncryptedFileError, readXlsx, streamXlsxRows } from 'hucre'

import { refuseArchive } from './archive.ts'
import { cellText } from './cell-text.ts'
import { header_rows } from './header.ts'
import { Refusal } from './refusal.ts'
import type { RowIntake } from './row-intake.ts'
import { SheetGuard } from './sheet-guard.ts'

const most_sheets = 20
const told_after_rows = 10_000

/**
 * Reads the first visible sheet that has a header; answers the intake that took its rows and the names
 * of the other visible sheets. Throws a Refusal where no sheet has one or it is no workbook.
 */
export async function readWorkbook(
  path: string,
  newIntake: () => RowIntake,
  onRows?: (rows: number) => void,
): Promise<{ intake: RowIntake; unread: string[] }> {
  const bytes = await readFile(path)
  const inflated = await refuseArchive(bytes)
  try {
    return await readSheets({ bytes, inflated, onRows }, newIntake)
  } catch (error) {
    if (error instanceof Refusal) throw error
    if (error instanceof EncryptedFileError) throw new Refusal('工作簿有密码，无法读取')
    const reason = error instanceof Error ? error.name : String(error)
    throw new Refusal(`不是有效的 XLSX 工作簿（${reason}）`)
  }
}

interface Workbook {
  bytes: Uint8Array
  /** In bytes. */
  inflated: number
  onRows: ((rows: number) => void) | undefined
}

async function readSheets(
  workbook: Workbook,
  newIntake: () => RowIntake,
): Promise<{ intake: RowIntake; unread: string[] }> {
  const sheets = await visibleSheets(workbook)
  const tried: RowIntake[] = []
  for (const { index } of sheets.slice(0, most_sheets)) {
    const intake = newIntake()
    tried.push(intake)
    await readSheet(workbook, index, intake)
    if (!intake.header) continue
    const unread = sheets.filter((sheet) => sheet.index !== index).map(({ name }) => name)
    return { intake, unread }
  }
  const [first] = tried
  first?.finish()
  throw new Refusal('工作簿没有可见的工作表')
}

async function readSheet(
  { bytes, inflated, onRows }: Workbook,
  sheet: number,
  intake: RowIntake,
): Promise<void> {
  const guard = new SheetGuard(inflated)
  for await (const { index, values } of streamXlsxRows(bytes, { sheet })) {
    if (!intake.header && index >= header_rows) return
    const cells = values.map(cellText)
    guard.row(index, cells)
    intake.row(cells, index + 1)
    if (intake.rowsRead % told_after_rows === 1) onRows?.(intake.rowsRead)
  }
}

async function visibleSheets({ bytes }: Workbook): Promise<{ name: string; index: number }[]> {
  const sheets: { name: string; index: number }[] = []
  await readXlsx(bytes, {
    sheets: ({ name, index, hidden, veryHidden }) => {
      if (!hidden && !veryHidden) sheets.push({ name, index })
      return false
    },
  })
  return sheets
}
