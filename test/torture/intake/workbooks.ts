import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

import { Dice } from '../../differential/dice.ts'
import { mutatedBytes, mutatedText } from './mutation.ts'
import { opened, trainingLayout } from './open-file.ts'

const folder = join(import.meta.dirname, '..', '..', 'etl', 'bad-files', 'files')
const seeds = ['107-cell-types', '113-shared-strings', '105-hidden-sheet', '101-title-merged']

/** Opens mutated workbooks; answers how many were read and refused, and the longest time one took. */
export async function workbooksFuzzed(seed: number, count: number) {
  const dice = new Dice(seed)
  const layout = await trainingLayout()
  const whole = seeds.map((name) => readFileSync(join(folder, `training-${name}.xlsx`)))
  const work = mkdtempSync(join(tmpdir(), 'workbooks-'))
  const ends = { read: 0, refused: 0, longest: 0 }
  try {
    for (let at = 0; at < count; at += 1) {
      writeFileSync(join(work, 'training.xlsx'), mutatedWorkbook(dice.one(whole), dice))
      const from = performance.now()
      const end = await opened(join(work, 'training.xlsx'), layout)
      ends[end === 'read' ? 'read' : 'refused'] += 1
      ends.longest = Math.max(ends.longest, performance.now() - from)
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
