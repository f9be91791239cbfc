import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

import type { DuckDBConnection, Json } from '@duckdb/node-api'

import { openScratch } from '../../etl/database.ts'
import { readLayouts } from '../../etl/layouts.ts'
import { stageInbox } from '../../etl/load.ts'
import { findSubmission } from '../../etl/submission.ts'

export const dataDir = join(import.meta.dirname, '..', '..', 'data')
export const key = 'a key for tests, of more than thirty-two characters'

type Files = Record<string, string | Uint8Array>

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), 'intake-test-'))
}

export function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
}

/** Stages an inbox of these files and hands the database to `look`, then clears everything away. */
export async function withStaged<T>(
  files: Files,
  look: (connection: DuckDBConnection) => Promise<T>,
  how: { plainFrom?: number; threads?: number } = {},
): Promise<T> {
  const folder = temporaryFolder()
  try {
    writeFiles(join(folder, 'inbox'), files)
    return await stageFolder(join(folder, 'inbox'), folder, look, how)
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** `plainFrom`: from how many bytes on DuckDB reads plain text files by itself. */
async function stageFolder<T>(
  inbox: string,
  work: string,
  look: (connection: DuckDBConnection) => Promise<T>,
  { plainFrom = 0, threads = 1 }: { plainFrom?: number; threads?: number },
): Promise<T> {
  const layouts = await readLayouts(dataDir)
  const submission = await findSubmission(inbox, {
    dataDir,
    layouts,
    hashes: join(work, 'hashes.json'),
  })
  const { connection, close } = await openScratch(join(work, 'work.duckdb'), {
    threads: String(threads),
  })
  try {
    await stageInbox(connection, {
      ...{ inbox, work, dataDir, key, layouts, submission, plainFrom },
      onProgress: undefined,
    })
    return await look(connection)
  } finally {
    close()
  }
}

/** The rows of a query, cells joined by ` | `. */
export async function lines(connection: DuckDBConnection, sql: string): Promise<string[]> {
  const reader = await connection.runAndReadAll(sql)
  return reader.getRowsJson().map((row) => row.map(shown).join(' | '))
}

function shown(cell: Json): string {
  return cell === null ? '∅' : typeof cell === 'object' ? JSON.stringify(cell) : String(cell)
}

/**
 * What became of each file, by its path: `refused <reason>` or `accepted <rows>/<rows read>`, then
 * `<line> <column> <rule>` of each quarantined value, then `note <what is reported besides>`.
 */
export async function fates(files: Files): Promise<Map<string, string[]>> {
  const told = await withStaged(files, (staged) =>
    lines(
      staged,
      `select path, if(fate = 'refused', 'refused ' || reason,
        'accepted ' || rows_accepted || '/' || rows_read) from staging.file
      union all (
        select path, concat_ws(' ', line, column_name, rule) from staging.quarantine
        order by path, line, column_name)
      union all (
        select path, 'note ' || note from staging.listed where kind = 'file' order by note)`,
    ),
  )
  const found = new Map<string, string[]>()
  for (const line of told) {
    const at = line.indexOf(' | ')
    const path = line.slice(0, at)
    found.set(path, [...(found.get(path) ?? []), line.slice(at + 3)])
  }
  return found
}

/** What became of the files and rows: faults first, then how many rows each extract has. */
export async function outcome(files: Files): Promise<string[]> {
  return withStaged(files, (connection) =>
    lines(
      connection,
      `select path || ': ' || reason from staging.file where reason is not null
      union all
      select concat_ws(' ', path, line, column_name, rule, value) from staging.quarantine
      union all
      select path || ' ' || rows_accepted || '/' || rows_read from staging.file
      where fate = 'accepted'`,
    ),
  )
}
