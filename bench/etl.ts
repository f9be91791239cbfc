import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

import { filesOf, plainRegistrations, putInto, quarterOf } from './support/inbox-parts.ts'
import type { StepTime } from './support/load.ts'
import { measured, type Measured } from './support/measured.ts'
import { gigabytes, machine, printTable } from './support/table.ts'

const root = join(import.meta.dirname, '..')
const support = join(import.meta.dirname, 'support')

/**
 * `npm run bench -- etl --inbox A [--inbox B …]`: for each inbox what DuckDB needs to read and type its
 * registrations, what their load needs, what the load of all extracts needs, step by step, and then that
 * of one more quarter of some units (each `--unit`), one after another; last a workbook of 200,000 rows. `--only registrations`
 * leaves out the rest.
 */
export async function bench(args: string[]): Promise<void> {
  const text = { type: 'string' } as const
  const { values } = parseArgs({
    args,
    options: {
      inbox: { ...text, multiple: true },
      unit: { ...text, multiple: true },
      work: text,
      only: text,
    },
  })
  const { inbox: inboxes = [], unit: units = usual_units, only } = values
  if (inboxes.length === 0) throw new Error('--inbox DIR is missing: make one by npm run sample')
  console.log(machine())
  const parent = values.work ?? join(root, 'build')
  const rows: Row[] = []
  for (const inbox of inboxes) {
    rows.push(
      await inFolder(parent, async (work) => {
        const registrations = await registrationsOf(inbox, work)
        if (only === 'registrations') return [inbox, ...registrations, '', '', '']
        return [inbox, ...registrations, ...(await everythingOf(inbox, units, work))]
      }),
    )
  }
  printTable(
    [
      ...['inbox', 'registrations', 'read and type', 'to marts', 'ratio', 'µs a row', 'peak'],
      ...['everything', 'peak', 'one quarter more'],
    ],
    rows,
  )
  if (only === undefined) await inFolder(parent, workbook)
}

/** At scale 1 they send some 100,000 and 306,000 rows in a quarter. */
const usual_units = ['310000', '340000']

type Row = (string | number)[]

async function inFolder<T>(parent: string, run: (work: string) => Promise<T>): Promise<T> {
  mkdirSync(parent, { recursive: true })
  const work = mkdtempSync(join(parent, 'bench-'))
  try {
    return await run(work)
  } finally {
    rmSync(work, { recursive: true, force: true })
  }
}

async function registrationsOf(inbox: string, work: string): Promise<Row> {
  const files = plainRegistrations(inbox)
  const own = join(work, 'inbox')
  putInto(own, inbox, files)
  const paths = files.map((file) => join(own, file))
  const parquet = join(work, 'typed.parquet')
  const script = join(support, 'read-and-type.ts')
  const read = await measured(script, [join(root, 'data'), 'registration', parquet, ...paths])
  rmSync(parquet)
  console.log(`${inbox}: DuckDB reads and types the registrations in ${shown(read)}`)
  const load = await loaded('registrations to marts', own, join(work, 'registrations'))
  const rows = Number(read.output)
  return [
    ...[`${(rows / 1e6).toFixed(2)} million`, seconds(read), seconds(load)],
    ...[(load.seconds / read.seconds).toFixed(2), ((load.seconds * 1e6) / rows).toFixed(1)],
    gigabytes(load.peak),
  ]
}

async function everythingOf(inbox: string, units: readonly string[], work: string): Promise<Row> {
  const quarters = units.map((unit) => quarterOf(inbox, unit))
  const later = quarters.flat()
  const own = join(work, 'everything')
  putInto(
    own,
    inbox,
    filesOf(inbox).filter((file) => !later.includes(file)),
  )
  const warehouse = join(work, 'warehouse')
  const load = await loaded('everything', own, warehouse)
  const updates: Measured[] = []
  for (const [at, quarter] of quarters.entries()) {
    putInto(own, inbox, quarter)
    updates.push(await loaded(`one more quarter of ${units[at] ?? ''}`, own, warehouse))
  }
  return [seconds(load), gigabytes(load.peak), updates.map(seconds).join(', ')]
}

async function workbook(work: string): Promise<void> {
  const folder = join(work, 'inbox', '2018Q2', '110000')
  mkdirSync(folder, { recursive: true })
  await measured(join(support, 'large-workbook.ts'), [join(folder, 'registration.xlsx'), '200000'])
  await loaded('a workbook of 200,000 rows', join(work, 'inbox'), join(work, 'warehouse'))
}

/** Loads and prints a row a step that took half a second or more. The load's process must be whole. */
async function loaded(what: string, inbox: string, warehouse: string): Promise<Measured> {
  const load = await measured(join(support, 'load.ts'), [inbox, warehouse])
  const steps = JSON.parse(load.output) as StepTime[]
  console.log(`\n${what}: ${shown(load)}\n`)
  const slow = steps.filter(({ seconds }) => seconds >= 0.5)
  const rate = ({ done, seconds }: StepTime) =>
    done > 0 ? Math.round(done / seconds).toLocaleString('en-US') : ''
  printTable(
    ['step', 'seconds', 'rows or files', 'a second'],
    slow.map((one) => [
      one.name,
      one.seconds.toFixed(1),
      one.done.toLocaleString('en-US'),
      rate(one),
    ]),
  )
  console.log('')
  return load
}

function seconds(one: Measured): string {
  return `${one.seconds.toFixed(1)} s`
}

function shown({ seconds, peak }: Measured): string {
  return `${seconds.toFixed(1)} s, peak ${gigabytes(peak)}`
}
