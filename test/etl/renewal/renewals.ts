import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'

import { readLayouts, type Layout } from '../../../etl/layouts.ts'
import { currentManifest, type Published } from '../../../etl/published.ts'
import { runEtl } from '../../../etl/run.ts'
import { verify } from '../../../etl/verify.ts'
import { sampleInbox } from '../../support/inboxes.ts'
import { dataDir, key, writeFiles } from '../staged-inbox.ts'
import { mixedFile, poolOf, type Random } from './mixed-rows.ts'

const today = '2018-07-01'

/** What a load made, and whether it carried the marts on or counted all anew. */
export interface Loaded {
  told: Pick<Published, 'content' | 'files' | 'totals'>
  renewed: boolean
  steps: Set<string>
}

export async function loaded(
  inbox: string,
  warehouse: string,
  how: { partsFrom: number; mostChanged?: number },
): Promise<Loaded> {
  const steps = new Set<string>()
  const onProgress = (step: string) => steps.add(step)
  await runEtl({ inbox, warehouse, pseudonymKey: key, today, onProgress, ...how })
  const published = currentManifest(warehouse)
  if (published === null) throw new Error(`${warehouse} has no snapshot`)
  const { content, files, totals } = published
  const renewed = steps.has('更新')
  if (renewed) await requireSound(warehouse)
  return { told: { content, files, totals }, renewed, steps }
}

/** What was carried on says what it holds by what it was: here it is read again. */
async function requireSound(warehouse: string): Promise<void> {
  const { id, faults } = await verify(warehouse)
  if (faults.length > 0) throw new Error(`${id}: ${JSON.stringify(faults)}`)
}

/** By parts, however much has changed. */
export const carried = { partsFrom: 0, mostChanged: 1 }
/** Every file read, every record counted. */
export const whole = { partsFrom: Infinity, mostChanged: -1 }

/** The units' files of the sample, in an inbox of their own. */
export async function inboxOf(folder: string, units: readonly string[]): Promise<string> {
  const inbox = join(folder, 'inbox')
  const sample = await sampleInbox()
  for (const quarter of ['2016Q1', '2017Q2', '2018Q1', '2018Q2'])
    for (const unit of units) {
      const from = join(sample, quarter, unit)
      if (existsSync(from)) cpSync(from, join(inbox, quarter, unit), { recursive: true })
    }
  return inbox
}

/** Adds files of mixed rows to an inbox, step by step. */
export async function mixer(
  inbox: string,
  units: readonly string[],
): Promise<(random: Random, step: number) => string[]> {
  const layouts = await readLayouts(dataDir)
  const pool = await poolOf(inbox, layouts)
  const some = layouts.filter(
    ({ extract, unit }) => unit === undefined && pool.get(extract)?.length,
  )
  const pick = <T>(random: Random, of: readonly T[]) => of[Math.floor(random() * of.length)] as T
  const file = (random: Random, step: number, at: number) => {
    const layout: Layout = pick(random, some)
    const quarter = pick(random, ['2017Q2', '2018Q2'])
    const name = `${layout.extract}-9${String(step)}${String(at)}.csv`
    const text = mixedFile(layout, pool.get(layout.extract) ?? [], {
      random,
      count: 1 + Math.floor(random() * 12),
    })
    return [`${quarter}/${pick(random, units)}/${name}`, text] as const
  }
  return (random, step) => {
    const files = Array.from({ length: 1 + Math.floor(random() * 4) }, (_, at) =>
      file(random, step, at),
    )
    writeFiles(inbox, Object.fromEntries(files))
    return files.map(([path]) => path)
  }
}
