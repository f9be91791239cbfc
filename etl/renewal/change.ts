import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'

import { rowsOf as selected } from '../database.ts'
import { isOfRecords } from '../layouts.ts'
import { type Part, partFolder, soundPart } from '../parts.ts'
import { currentManifest, type Published } from '../published.ts'

/** What differs between the current snapshot and the one to be published, of the record extracts. */
export interface Change {
  before: Published
  filesBefore: BeforeFile[]
  parts: { both: Part[]; gone: Part[]; come: Part[] }
  /** The files that are new and lie in no part. */
  beside: number[]
}

const before_file = z.object({
  path: z.string(),
  sha256: z.string(),
  extract: z.string(),
  fate: z.string(),
  rowsAccepted: z.number(),
  rowsStanding: z.number(),
  rowsRetracted: z.number(),
})
type BeforeFile = z.infer<typeof before_file>

interface StagedFile extends Pick<BeforeFile, 'path' | 'sha256' | 'extract' | 'fate'> {
  id: number
  rows: number
}

/** Where more than this share of all records lies in parts that changed, counting all anew is as quick. */
const most_changed = 0.1

/**
 * What a load changes; null where its marts must be made anew: where there is no snapshot by the same rules
 * and to the same as-of day, a file has gone, or one has changed that is not kept by part.
 */
export async function changeSince(
  connection: DuckDBConnection,
  warehouse: string,
  now: {
    asOf: string
    madeUnder?: string | undefined
    parts: readonly Part[]
    mostChanged?: number | undefined
  },
): Promise<Change | null> {
  const before = currentManifest(warehouse)
  if (now.madeUnder === undefined) return null
  if (before?.asOf !== now.asOf || before.madeUnder !== now.madeUnder) return null
  const filesBefore = z.array(before_file).parse(before.files)
  const files = await stagedFiles(connection)
  const paths = new Set(files.map(({ path }) => path))
  if (filesBefore.some(({ path }) => !paths.has(path))) return null
  const population = (some: readonly Pick<StagedFile, 'path' | 'sha256' | 'extract'>[]) =>
    some.filter(({ extract }) => extract === 'population').map(({ path, sha256 }) => path + sha256)
  if (population(files).sort().join() !== population(filesBefore).sort().join()) return null
  const [was, is] = [besides(filesBefore, before.parts), besides(files, now.parts)]
  const [known, found] = [new Set(was.map(content)), new Set(is.map(content))]
  if (was.some((file) => !found.has(content(file)))) return null
  const fresh = is.filter((file) => !known.has(content(file)))
  const parts = partsOf(before.parts, now.parts)
  const changed = rowsOf([...parts.gone, ...parts.come, ...fresh])
  const most = now.mostChanged ?? most_changed
  if (changed > most * (rowsOf([...parts.both, ...is]) + changed)) return null
  const folder = partFolder(warehouse)
  for (const part of parts.gone) if (!(await soundPart(folder, part))) return null
  return { before, filesBefore, parts, beside: fresh.map(({ id }) => id) }
}

async function stagedFiles(connection: DuckDBConnection): Promise<StagedFile[]> {
  const files = await selected(
    connection,
    `select file_id as id, path, sha256, coalesce(extract, '') as extract, fate,
      cast(rows_accepted as double) as rows
    from staging.file`,
  )
  return files as unknown as StagedFile[]
}

const content = ({ path, sha256 }: Pick<StagedFile, 'path' | 'sha256'>) => `${path} ${sha256}`
const rowsOf = (some: readonly { rows: number }[]) => some.reduce((sum, { rows }) => sum + rows, 0)

function partsOf(before: readonly Part[], now: readonly Part[]): Change['parts'] {
  const key = (part: Part) => `${part.sha256} ${part.madeFrom}`
  const [old, fresh] = [before.filter(isOfRecords), now.filter(isOfRecords)]
  const [known, wanted] = [new Set(old.map(key)), new Set(fresh.map(key))]
  return {
    both: fresh.filter((part) => known.has(key(part))),
    gone: old.filter((part) => !wanted.has(key(part))),
    come: fresh.filter((part) => !known.has(key(part))),
  }
}

/** The accepted files of records that lie in no part. */
function besides<T extends Pick<StagedFile, 'path' | 'extract' | 'fate'>>(
  files: readonly T[],
  parts: readonly Part[],
): T[] {
  const kept = new Set(parts.filter(isOfRecords).flatMap(({ paths }) => paths))
  return files.filter(
    (file) => isOfRecords(file) && file.fate === 'accepted' && !kept.has(file.path),
  )
}
