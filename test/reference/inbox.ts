import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import {
  columnsOf,
  type ExtractColumns,
  type ExtractName,
  extractNames,
} from './extract-columns.ts'
import { RefusedFile } from './grid.ts'
import { type TableRow, tableIn } from './table.ts'
import { BrokenRule, type Surroundings, type Values, valuesOf } from './validation.ts'

/** One accepted row with where it came from; a later one of the same unit and key replaces it. */
export type Accepted = {
  unit: string
  quarter: string
  stem: string
  file: string
  line: number
  key: string
  isVoid: boolean
  values: Values
}

type Rejected = { path: string; line: number; rule: string }

export type Extracts = {
  accepted: Record<ExtractName, Accepted[]>
  rejected: Rejected[]
  /** `unit quarter extract` of every accepted file. */
  files: { unit: string; quarter: string; extract: ExtractName }[]
  refused: { path: string; reason: string }[]
}

type Source = { unit: string; quarter: string; file: string; stem: string; extract: ExtractName }

function extractOf(file: string): ExtractName | undefined {
  const [, stem] = /^(.*)\.(?:csv|xlsx|parquet)$/i.exec(file) ?? []
  if (stem === undefined || /^(\.|~\$)/.test(file)) return undefined
  return extractNames.find(
    (name) => stem.startsWith(name) && !/^[\p{L}_]/u.test(stem.slice(name.length)),
  )
}

async function folders(path: string): Promise<string[]> {
  const entries = await readdir(path, { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
}

async function sourcesIn(inbox: string, units: ReadonlySet<string>): Promise<Source[]> {
  const sources: Source[] = []
  for (const quarter of await folders(inbox)) {
    if (!/^\d{4}Q[1-4]$/.test(quarter)) continue
    for (const unit of await folders(join(inbox, quarter))) {
      if (!units.has(unit)) continue
      for (const entry of await readdir(join(inbox, quarter, unit), { withFileTypes: true })) {
        const extract = entry.isFile() ? extractOf(entry.name) : undefined
        const stem = entry.name.replace(/\.[^.]*$/, '')
        if (extract) sources.push({ unit, quarter, file: entry.name, stem, extract })
      }
    }
  }
  return sources
}

function rowsAsWritten(rows: Accepted[]): Map<string, Accepted[]> {
  const byKey = new Map<string, Accepted[]>()
  for (const row of rows) {
    const same = byKey.get(row.key)
    if (same) same.push(row)
    else byKey.set(row.key, [row])
  }
  return byKey
}

/** Equal rows of one key in a file count once; where any differ, none has effect. */
function withoutDoubles(rows: Accepted[], reject: (row: Accepted, rule: string) => void) {
  const kept: Accepted[] = []
  for (const [first, ...others] of rowsAsWritten(rows).values()) {
    if (!first) continue
    const written = JSON.stringify(first.values)
    const differ = others.some((other) => JSON.stringify(other.values) !== written)
    for (const other of others) reject(other, differ ? 'key twice' : 'copy')
    if (differ) reject(first, 'key twice')
    else kept.push(first)
  }
  return kept
}

function acceptedIn(
  source: Source,
  table: TableRow[],
  wanted: ExtractColumns,
  around: Surroundings,
  reject: (row: { line: number }, rule: string) => void,
): Accepted[] {
  const keys = wanted.columns.filter((column) => column.key).map((column) => column.name)
  const rows: Accepted[] = []
  for (const row of table) {
    try {
      const values = valuesOf(row, wanted, around)
      const key = keys.map((name) => values[name] ?? '').join('|')
      const isVoid = values.record_state === '作废'
      rows.push({ ...source, line: row.line, key, isVoid, values })
    } catch (error) {
      if (!(error instanceof BrokenRule)) throw error
      reject(row, error.message)
    }
  }
  return withoutDoubles(rows, reject)
}

async function readSource(
  inbox: string,
  source: Source,
  around: Surroundings,
  into: Extracts,
): Promise<void> {
  const path = join(source.quarter, source.unit, source.file)
  const wanted = columnsOf(source.extract)
  try {
    if (wanted.unit && wanted.unit !== source.unit) throw new RefusedFile('unit')
    const table = await tableIn(join(inbox, path), wanted)
    const rows = acceptedIn(source, table, wanted, around, (row, rule) =>
      into.rejected.push({ path, line: row.line, rule }),
    )
    for (const row of rows) into.accepted[source.extract].push(row)
    into.files.push(source)
  } catch (error) {
    if (!(error instanceof RefusedFile)) throw error
    into.refused.push({ path, reason: error.message })
  }
}

/** Every accepted row of the extracts that the figures need, in no particular order. */
export async function readExtracts(
  inbox: string,
  regionCodes: ReadonlySet<string>,
  units: ReadonlySet<string>,
): Promise<Extracts> {
  const around = { regionCodes, isDemonstration: existsSync(join(inbox, 'demonstration.json')) }
  const into: Extracts = {
    accepted: {
      registration: [],
      employment: [],
      training: [],
      institution: [],
      placement: [],
      service: [],
      levy_filing: [],
      levy_ledger: [],
      milestone: [],
      population: [],
      target: [],
    },
    rejected: [],
    files: [],
    refused: [],
  }
  for (const source of await sourcesIn(inbox, units)) await readSource(inbox, source, around, into)
  return into
}
