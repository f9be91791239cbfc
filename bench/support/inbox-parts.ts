import { copyFileSync, existsSync, linkSync, mkdirSync, readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'

import { detectEncoding } from '../../etl/intake/decoding.ts'
import { firstBytes } from './first-bytes.ts'

/** Every file of an inbox, with what says that it is a demonstration. */
export function filesOf(inbox: string): string[] {
  return readdirSync(inbox, { recursive: true, withFileTypes: true, encoding: 'utf8' })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(inbox.length + 1))
    .sort()
}

/** The registrations that DuckDB can read: text in UTF-8. */
export function plainRegistrations(inbox: string): string[] {
  return filesOf(inbox)
    .filter((name) => /\/registration[^/]*\.csv$/.test(name))
    .filter((name) => isPlain(join(inbox, name)))
}

function isPlain(path: string): boolean {
  try {
    return detectEncoding(firstBytes(path)) === 'utf-8'
  } catch {
    return false
  }
}

/** What one unit sent in the last quarter of the inbox in which it sent a table of text. */
export function quarterOf(inbox: string, unit: string): string[] {
  const own = filesOf(inbox).filter((name) => name.split('/')[1] === unit)
  const last = own.filter((name) => name.endsWith('registration.csv')).at(-1) ?? ''
  return own.filter((name) => dirname(name) === dirname(last))
}

/** Puts files of an inbox into another folder, without copying where both lie on one disk. */
export function putInto(folder: string, inbox: string, files: readonly string[]): void {
  const demonstration = existsSync(join(inbox, 'demonstration.json')) ? ['demonstration.json'] : []
  for (const file of [...files, ...demonstration]) copy(join(inbox, file), join(folder, file))
}

function copy(from: string, to: string): void {
  if (existsSync(to)) return
  mkdirSync(dirname(to), { recursive: true })
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}
