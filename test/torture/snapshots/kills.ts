import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'

import { Dice } from '../../differential/dice.ts'
import { ended, leftOvers, soundId, startLoad, writeInstitutions, type Load } from './loads.ts'

export interface Kills {
  /** Loads that were killed before and after what they made was served. */
  old: number
  new: number
}

/**
 * C01: kills so many loads at random moments. After each the snapshot served is the one before or the new
 * one, whole by its manifest; the next load of the same inbox leaves nothing behind. Throws where not.
 */
export async function killed(count: number, seed: number): Promise<Kills> {
  const dice = new Dice(seed)
  const folder = mkdtempSync(join(tmpdir(), 'kills-'))
  const paths = ['inbox', 'warehouse', 'temporary'].map((name) => join(folder, name))
  const [inbox = '', warehouse = '', temporary = ''] = paths
  const load: Load = { inbox, warehouse, temporary, env: { KEEP_SNAPSHOTS: '3' } }
  mkdirSync(temporary)
  const ends: Kills = { old: 0, new: 0 }
  try {
    writeInstitutions(inbox, 1)
    // The first counts all, those after it carry the marts on.
    const took: number[] = []
    for (const institutions of [1, 2]) {
      writeInstitutions(inbox, institutions)
      const from = performance.now()
      await whole(load)
      took.push(performance.now() - from)
    }
    const longest = Math.max(...took)
    for (let at = 0; at < count; at += 1) {
      writeInstitutions(inbox, 3 + at)
      const before = await soundId(warehouse)
      const process = startLoad(load)
      const over = ended(process)
      await Promise.race([setTimeout(dice.below(Math.ceil(longest))), over])
      process.kill('SIGKILL')
      await over
      ends[(await soundId(warehouse)) === before ? 'old' : 'new'] += 1
      if (at % 10 === 9 || at === count - 1) await whole(load)
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  return ends
}

async function whole(load: Load): Promise<void> {
  const { status, said } = await ended(startLoad(load))
  if (status !== 0) throw new Error(`The load after a kill ended with ${String(status)}: ${said}`)
  const left = leftOvers(load)
  if (left.length > 0) throw new Error(`The load after a kill left ${left.join(', ')}`)
}
