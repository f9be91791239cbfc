import { lstatSync, readdirSync, readFileSync, existsSync } from 'node:fs'
import { extname, join } from 'node:path'

import { z } from 'zod'

import type { Layout } from '../layouts.ts'

type Form = 'csv' | 'xlsx' | 'parquet'

export interface FoundFile {
  /** Relative to the inbox, with forward slashes. */
  path: string
  bytes: number
  modified: number
  /** When the inode last changed, and its number. */
  changed: number
  inode: number
  unit: string | null
  quarter: string | null
  extract: string | null
  form: Form | null
  /** Why its place or name is refused; null when it is to be read. */
  refusal: string | null
}

export interface Found {
  files: FoundFile[]
  /** Sub-folders of a submission, which are not read. */
  ignored: string[]
}

const demonstration = z.looseObject({
  demonstration: z.literal(true),
  scale: z.number(),
  seed: z.number(),
  ratio: z.number(),
})
export type Demonstration = z.infer<typeof demonstration>

interface Place {
  layouts: Map<string, Layout>
  units: Set<string>
  /** The day in China, such as 2018-07-01. */
  today: string
}

/** Where the day begins eight hours before that of UTC. */
export function todayInChina(now = Date.now()): string {
  return new Date(now + 8 * 3_600_000).toISOString().slice(0, 10)
}

/** Says that the inbox holds demonstration extracts; null for a real inbox. */
export function readDemonstration(inbox: string): Demonstration | null {
  const path = join(inbox, 'demonstration.json')
  if (!existsSync(path)) return null
  const result = demonstration.safeParse(JSON.parse(readFileSync(path, 'utf8')))
  if (result.success) return result.data
  throw new Error(`${path}: correct or remove it:\n${z.prettifyError(result.error)}`)
}

/** Every file of every submission `<quarter>/<unit>/`, refused ones included, in order of path. */
export function findFiles(inbox: string, place: Place): Found {
  const found: Found = { files: [], ignored: [] }
  for (const quarter of entries(inbox)) {
    if (quarter.kind !== 'folder') {
      if (quarter.kind === 'link')
        found.files.push(refused(inbox, quarter.name, null, '符号链接不读取'))
      continue
    }
    for (const unit of entriesOf(inbox, quarter.name, found)) {
      findInQuarter(inbox, { quarter: quarter.name, unit }, place, found)
    }
  }
  return found
}

function findInQuarter(
  inbox: string,
  { quarter, unit }: { quarter: string; unit: Entry },
  place: Place,
  found: Found,
): void {
  const folder = `${quarter}/${unit.name}`
  if (unit.kind !== 'folder') {
    found.files.push(refused(inbox, folder, null, '文件应放在 <季度>/<报送单位>/ 之下'))
    return
  }
  const fault = folderFault(quarter, unit.name, place)
  const of = {
    quarter: isQuarter(quarter) ? quarter : null,
    unit: place.units.has(unit.name) ? unit.name : null,
  }
  for (const entry of entriesOf(inbox, folder, found)) {
    const path = `${folder}/${entry.name}`
    if (entry.kind === 'folder') found.ignored.push(path)
    else if (entry.kind === 'link') found.files.push(refused(inbox, path, of, '符号链接不读取'))
    else if (fault !== null) found.files.push(refused(inbox, path, of, fault))
    else found.files.push(fileOf(inbox, path, { quarter, unit: unit.name }, place))
  }
}

function folderFault(quarter: string, unit: string, place: Place): string | null {
  if (!isQuarter(quarter)) return `文件夹 ${shown(quarter)} 不是季度（应如 2018Q2）`
  if (firstDay(quarter) > place.today) return `文件夹 ${quarter} 尚未开始：请放入应报送的季度`
  if (!place.units.has(unit)) return `文件夹 ${shown(unit)} 不是报送单位代码`
  return null
}

function fileOf(
  inbox: string,
  path: string,
  of: { quarter: string; unit: string },
  place: Place,
): FoundFile {
  const name = path.slice(path.lastIndexOf('/') + 1)
  const match = /^([a-z_]+)(?:[^\p{L}_].*)?\.(csv|xlsx|parquet)$/isu.exec(name)
  const extract = match?.[1] ?? ''
  const layout = place.layouts.get(extract)
  if (!match || !layout || name.length > 200 || controls.test(name)) {
    return refused(inbox, path, of, `文件名 ${shown(name)} 不是“表名[-序号].csv|xlsx|parquet”`)
  }
  if (layout.unit !== undefined && layout.unit !== of.unit) {
    return refused(inbox, path, of, `${layout.name}（${extract}）只由 ${layout.unit} 报送`)
  }
  const form = (match[2] ?? '').toLowerCase() as Form
  return { refusal: null, ...stateOf(inbox, path), path, ...of, extract, form }
}

function refused(
  inbox: string,
  path: string,
  of: { quarter: string | null; unit: string | null } | null,
  refusal: string,
): FoundFile {
  const nowhere = { quarter: null, unit: null }
  const state = stateOf(inbox, path)
  return { ...state, path, ...(of ?? nowhere), extract: null, form: null, refusal }
}

type FileState = Pick<FoundFile, 'bytes' | 'modified' | 'changed' | 'inode'>

/** With a `refusal` where the file has gone, may not be looked at or has a name that is no UTF-8. */
export function stateOf(inbox: string, path: string): FileState & { refusal?: string } {
  try {
    const { size, mtimeMs, ctimeMs, ino } = lstatSync(join(inbox, path))
    return { bytes: size, modified: mtimeMs, changed: ctimeMs, inode: ino }
  } catch (error) {
    const nothing = { bytes: 0, modified: 0, changed: 0, inode: 0 }
    return { ...nothing, refusal: unreadable('文件', error, path) }
  }
}

/** Says that a file or folder cannot be read, and what to do. */
export function unreadable(what: '文件' | '文件夹', error: unknown, path = ''): string {
  if (path.includes('\ufffd')) return `${what}名不是 UTF-8 编码，读不到：请改名后重新报送`
  const code = error instanceof Error && 'code' in error ? String(error.code) : String(error)
  return `读不到${what}（${code}）：请确认它仍在原处且可以读取`
}

/** The entries of a folder of the inbox; the folder itself is refused where it cannot be read. */
function entriesOf(inbox: string, folder: string, found: Found): Entry[] {
  try {
    return entries(join(inbox, folder))
  } catch (error) {
    found.files.push(refused(inbox, folder, null, unreadable('文件夹', error, folder)))
    return []
  }
}

interface Entry {
  name: string
  kind: 'folder' | 'file' | 'link'
}

function entries(folder: string): Entry[] {
  const seen = new Map<string, number>()
  return readdirSync(folder, { withFileTypes: true })
    .filter(({ name }) => !name.startsWith('.') && !name.startsWith('~$'))
    .map((entry) => ({ name: unlike(entry.name, seen), kind: kindOf(entry) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1))
}

/** Names that are no UTF-8 may read alike; none of them can be opened, but each is told. */
function unlike(name: string, seen: Map<string, number>): string {
  const before = seen.get(name) ?? 0
  seen.set(name, before + 1)
  return before === 0 ? name : `${name}（${String(before + 1)}）`
}

function kindOf(entry: { isDirectory(): boolean; isFile(): boolean }): Entry['kind'] {
  if (entry.isDirectory()) return 'folder'
  return entry.isFile() ? 'file' : 'link'
}

function isQuarter(name: string): boolean {
  return /^(19|20)\d\dQ[1-4]$/.test(name)
}

function firstDay(quarter: string): string {
  const month = String(Number(quarter.slice(5)) * 3 - 2).padStart(2, '0')
  return `${quarter.slice(0, 4)}-${month}-01`
}

const controls = /\p{C}/u

/** A name that may hold anything, safe to print on one line. */
function shown(name: string): string {
  const plain = name.replaceAll(/\p{C}/gu, '?')
  return plain.length > 80 ? `${plain.slice(0, 80)}…` : plain
}

export function extensionless(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1)
  return name.slice(0, name.length - extname(name).length)
}
