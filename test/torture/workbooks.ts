import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

import { Outlet, Sink } from '../../etl/intake/outlet.ts'
import { Refusal } from '../../etl/intake/refusal.ts'
import { RowIntake } from '../../etl/intake/row-intake.ts'
import { readWorkbook } from '../../etl/intake/xlsx-file.ts'
import { readLayouts } from '../../etl/layouts.ts'
import { Dice } from '../differential/dice.ts'
import { dataDir } from '../etl/staged-inbox.ts'
import { mutatedBytes, mutatedText } from './mutation.ts'

const folder = join(import.meta.dirname, '..', 'etl', 'bad-files', 'files')
const seeds = ['107-cell-types', '113-shared-strings', '105-hidden-sheet', '101-title-merged']

/** Opens mutated workbooks; answers how many were read, how many refused, and every other end. */
export async function workbooksFuzzed(seed: number, count: number) {
  const dice = new Dice(seed)
  const whole = seeds.map((name) => readFileSync(join(folder, `training-${name}.xlsx`)))
  const work = mkdtempSync(join(tmpdir(), 'workbooks-'))
  const ends = { read: 0, refused: 0, other: [] as string[] }
  try {
    for (let at = 0; at < count; at += 1) {
      const path = join(work, 'training.xlsx')
      writeFileSync(path, mutatedWorkbook(dice.one(whole), dice))
      const end = await opened(path, work)
      if (end === 'read' || end === 'refused') ends[end] += 1
      else ends.other.push(`${at}: ${end}`)
    }
  } finally {
    rmSync(work, { recursive: true })
  }
  return ends
}

/** Half of them are damaged in their archive, half in the XML of a sound archive. */
function mutatedWorkbook(bytes: Buffer, dice: Dice): Uint8Array {
  if (dice.chance(0.5)) return mutatedBytes(bytes, dice)
  const parts = unzipSync(bytes)
  const name = dice.one(Object.keys(parts))
  const xml = mutatedText(strFromU8(parts[name] ?? new Uint8Array()), dice)
  return zipSync({ ...parts, [name]: strToU8(xml) }, { level: 1 })
}

async function opened(path: string, work: string): Promise<string> {
  const layout = (await readLayouts(dataDir)).find(({ extract }) => extract === 'training')
  if (!layout) throw new Error('data/extracts/training.yaml is missing')
  const rows = new Outlet(work, 'training')
  const faults = new Sink(join(work, 'faults.txt'), '\u001f', ['rule'])
  try {
    const { intake } = await readWorkbook(
      path,
      () => new RowIntake(1, layout, { rows, faults }, true),
    )
    intake.finish()
    return 'read'
  } catch (error) {
    return error instanceof Refusal ? 'refused' : String(error)
  } finally {
    rows.close()
    faults.close()
  }
}
