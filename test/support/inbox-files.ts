import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'

/** Cells by Chinese header; a column that a row does not name is empty. */
export type Cells = Record<string, string>

/** A CSV as a unit would send it. The header is the union of the rows' columns. */
export function csvOf(rows: Cells[]): string {
  const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))]
  const lines = rows.map((row) => headers.map((header) => row[header] ?? '').join(','))
  return [headers.join(','), ...lines, ''].join('\n')
}

/** Writes files by their path below the inbox, for example `2018Q2/440000/training.csv`. */
export async function writeInbox(inbox: string, files: Record<string, string>): Promise<void> {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(inbox, path)), { recursive: true })
    await writeFile(join(inbox, path), text)
  }
}
