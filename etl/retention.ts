import { renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'

import { differenceInDays } from 'date-fns'

import { namesIn, sync, unfinished } from './durable.ts'
import { currentId, folderOf, manifestOf, snapshotIds } from './published.ts'

/** How long a snapshot stays: by either it is kept. */
export interface Retention {
  snapshots: number
  days: number
}

/** KEEP_SNAPSHOTS (12) and KEEP_DAYS (0) of the environment. Throws where they are no whole numbers. */
export function retentionOf(env: NodeJS.ProcessEnv): Retention {
  return {
    snapshots: wholeNumber('KEEP_SNAPSHOTS', env['KEEP_SNAPSHOTS'] ?? '12', 1),
    days: wholeNumber('KEEP_DAYS', env['KEEP_DAYS'] ?? '0', 0),
  }
}

function wholeNumber(name: string, text: string, least: number): number {
  const number = Number(text)
  if (/^\d{1,6}$/.test(text) && number >= least) return number
  throw new Error(`${name}=${text}: expected a whole number of ${least} or more`)
}

/**
 * Removes the snapshots that are neither among the newest nor young enough; answers their ids. The current
 * one stays, and so does one with a file in `pins/<id>/`: whoever must be able to read a snapshot again,
 * such as a stored report, puts a file of its own name there, and takes it away when that is over.
 */
export function removeOldSnapshots(
  warehouse: string,
  keep: Retention,
  now: Date = new Date(),
): string[] {
  const newestFirst = snapshotIds(warehouse)
    .map((id) => ({ id, at: publishedAt(warehouse, id) }))
    .sort((a, b) => b.at.getTime() - a.at.getTime())
  const current = currentId(warehouse)
  if (current === null) return []
  const old = newestFirst
    .slice(keep.snapshots)
    .filter(({ id, at }) => id !== current && differenceInDays(now, at) >= keep.days)
    .map(({ id }) => id)
    .filter((id) => namesIn(join(warehouse, 'pins', id)).length === 0)
  for (const id of old) remove(warehouse, id)
  return old
}

function publishedAt(warehouse: string, id: string): Date {
  const at = manifestOf(warehouse, id)?.publishedAt
  return at === undefined ? statSync(folderOf(warehouse, id)).mtime : new Date(at)
}

/** Out of sight first, so that nobody meets half of it. */
function remove(warehouse: string, id: string): void {
  const folder = folderOf(warehouse, id)
  renameSync(folder, folder + unfinished)
  sync(join(warehouse, 'snapshots'))
  rmSync(folder + unfinished, { recursive: true, force: true })
}
