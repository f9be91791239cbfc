import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'

import { rowsOf } from '../database.ts'
import { type Part, partFolder, soundPart } from '../parts.ts'
import { currentManifest, type Published } from '../published.ts'

/** Those of which a record is somebody's, or an employer's: too many to be counted anew for a few. */
export const record_extracts = [
  'registration',
  'employment',
  'training',
  'service',
  'placement',
  'levy_filing',
] as const

export type RecordExtract = (typeof record_extracts)[number]

/** What differs between the current snapshot and the one to be published, by the parts of their records. */
export interface Change {
  before: Published
  filesBefore: BeforeFile[]
  /** Of the record extracts alone. */
  parts: { both: Part[]; gone: Part[]; come: Part[] }
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

/** Where more than this share of all records lies in parts that changed, counting all anew is as quick. */
const most_changed = 0.1

/**
 * What a load changes; null where its marts must be made anew: where there is no snapshot by the same rules
 * and to the same as-of day, a file has gone, or what is not kept by part has changed.
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
  if (now.madeUnder === undefined || now.parts.length === 0) return null
  if (before?.asOf !== now.asOf || before.madeUnder !== now.madeUnder) return null
  const filesBefore = z.array(before_file).parse(before.files)
  const parts = partsOf(before.parts, now.parts)
  const rows = (some: readonly Part[]) => some.reduce((sum, one) => sum + one.rows, 0)
  const changed = rows(parts.gone) + rows(parts.come)
  if (changed > (now.mostChanged ?? most_changed) * (rows(parts.both) + changed)) return null
  const folder = partFolder(warehouse)
  if (!parts.gone.every((part) => soundPart(folder, part))) return null
  const files = (await rowsOf(
    connection,
    'select path, sha256, extract, fate from staging.file',
  )) as unknown as AcceptedFile[]
  const paths = new Set(files.map(({ path }) => path))
  if (filesBefore.some(({ path }) => !paths.has(path))) return null
  const same = besidesParts(filesBefore, before.parts) === besidesParts(files, now.parts)
  return same ? { before, filesBefore, parts } : null
}

function partsOf(before: readonly Part[], now: readonly Part[]): Change['parts'] {
  const key = (part: Part) => `${part.sha256} ${part.madeFrom}`
  const records = ({ extract }: Part) => (record_extracts as readonly string[]).includes(extract)
  const [old, fresh] = [before.filter(records), now.filter(records)]
  const [known, wanted] = [new Set(old.map(key)), new Set(fresh.map(key))]
  return {
    both: fresh.filter((part) => known.has(key(part))),
    gone: old.filter((part) => !wanted.has(key(part))),
    come: fresh.filter((part) => !known.has(key(part))),
  }
}

type AcceptedFile = Pick<BeforeFile, 'path' | 'sha256' | 'extract' | 'fate'>

/** The files with people's, employers' or population records that lie in no part, as one text. */
function besidesParts(files: readonly AcceptedFile[], parts: readonly Part[]): string {
  const kept = new Set(parts.flatMap(({ paths }) => paths))
  const counted: readonly string[] = [...record_extracts, 'population']
  return JSON.stringify(
    files
      .filter(({ extract, fate }) => fate === 'accepted' && counted.includes(extract))
      .filter(({ path, extract }) => extract === 'population' || !kept.has(path))
      .map(({ path, sha256 }) => `${path} ${sha256}`)
      .sort(),
  )
}
