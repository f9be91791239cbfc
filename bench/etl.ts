import {
  linkSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { parseArgs } from 'node:util'

import { detectEncoding } from '../etl/intake/decoding.ts'
import { firstBytes } from './support/first-bytes.ts'
import { measured, type Measured } from './support/measured.ts'
import { gigabytes, machine, printTable } from './support/table.ts'

const root = join(import.meta.dirname, '..')

/**
 * `npm run bench -- etl --inbox A [--inbox B …]`: for each inbox what DuckDB needs to read and type its
 * registrations, what the load of these needs, and what the load of all extracts needs.
 */
export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { inbox: { type: 'string', multiple: true }, work: { type: 'string' } },
  })
  const inboxes = values.inbox ?? []
  if (inboxes.length === 0) throw new Error('--inbox DIR is missing: make one by npm run sample')
  const parent = values.work ?? join(root, 'build')
  mkdirSync(parent, { recursive: true })
  console.log(machine())
  const rows = []
  for (const inbox of inboxes) {
    const work = mkdtempSync(join(parent, 'bench-'))
    try {
      rows.push(await loads(inbox, work))
    } finally {
      rmSync(work, { recursive: true, force: true })
    }
  }
  printTable(
    [
      'inbox',
      'registrations',
      'read and type',
      'registrations to marts',
      'ratio',
      'peak',
      'everything',
      'peak',
      's per million',
    ],
    rows,
  )
}

async function loads(inbox: string, work: string): Promise<(string | number)[]> {
  const files = plainRegistrations(inbox)
  const own = join(work, 'inbox')
  for (const file of files) copy(join(inbox, file), join(own, file))
  const demonstration = join(inbox, 'demonstration.json')
  if (existsSync(demonstration)) copy(demonstration, join(own, 'demonstration.json'))
  const paths = files.map((file) => join(own, file))
  const script = join(import.meta.dirname, 'support', 'read-and-type.ts')
  const parquet = join(work, 'typed.parquet')
  const read = await measured(script, [join(root, 'data'), 'registration', parquet, ...paths])
  console.log(`read and type: ${shown(read)}`)
  const registrations = await load(own, join(work, 'registrations'))
  console.log(`registrations to marts: ${shown(registrations)}\n${registrations.output}`)
  const everything = await load(inbox, join(work, 'everything'))
  console.log(`everything: ${shown(everything)}\n${everything.output}`)
  const millions = Number(read.output) / 1e6
  return [
    inbox,
    `${millions.toFixed(2)} million`,
    ...[`${read.seconds.toFixed(1)} s`, `${registrations.seconds.toFixed(1)} s`],
    (registrations.seconds / read.seconds).toFixed(2),
    ...[gigabytes(registrations.peak), `${everything.seconds.toFixed(1)} s`],
    ...[gigabytes(everything.peak), (everything.seconds / millions).toFixed(2)],
  ]
}

/** The load's status is 2 where the inbox holds files to refuse, as a demonstration's does. */
function load(inbox: string, warehouse: string): Promise<Measured> {
  return measured(
    join(root, 'etl', 'main.ts'),
    ['--inbox', inbox, '--warehouse', warehouse],
    [0, 2],
  )
}

/** The registrations that DuckDB can read: text in UTF-8. */
function plainRegistrations(inbox: string): string[] {
  const names = readdirSync(inbox, { recursive: true, encoding: 'utf8' })
  return names
    .filter((name) => /\/registration[^/]*\.csv$/.test(name))
    .filter((name) => isPlain(join(inbox, name)))
    .sort()
}

function isPlain(path: string): boolean {
  try {
    return detectEncoding(firstBytes(path)) === 'utf-8'
  } catch {
    return false
  }
}

function copy(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true })
  try {
    linkSync(from, to)
  } catch {
    copyFileSync(from, to)
  }
}

function shown({ seconds, peak }: Measured): string {
  return `${seconds.toFixed(1)} s, peak ${gigabytes(peak)}`
}
