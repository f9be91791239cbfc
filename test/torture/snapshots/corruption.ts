import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { SnapshotStore } from '../../../server/snapshots.ts'
import { Dice } from '../../differential/dice.ts'
import { makeWarehouse, publish } from '../../server/warehouse-fixture.ts'
import { mutatedBytes } from '../intake/mutation.ts'

const [good, recent] = ['2018Q2-00000001', '2018Q3-00000002']
const files = ['marts.duckdb', 'manifest.json', 'manifest.json.sha256']

/**
 * C06: damages the published snapshot's files, one after the other, and starts to serve. Answers how often
 * the damaged one was refused and the last sound one served instead, how often not, and the longest that took
 * in ms.
 */
export async function corrupted(count: number, seed: number) {
  const dice = new Dice(seed)
  const warehouse = await makeWarehouse()
  await publish(warehouse, recent, { publishedAt: '2018-10-05T00:00:00.000Z' })
  const folder = join(warehouse, 'snapshots', recent)
  const kept = await mkdtemp(join(tmpdir(), 'kept-'))
  await cp(folder, kept, { recursive: true })
  const ends = { refused: 0, served: 0, longest: 0 }
  try {
    for (let at = 0; at < count; at += 1) {
      await damage(join(folder, files[at % files.length]!), dice)
      const from = performance.now()
      const served = await servedId(warehouse)
      ends[served === good ? 'refused' : 'served'] += 1
      ends.longest = Math.max(ends.longest, performance.now() - from)
      await cp(kept, folder, { recursive: true })
    }
  } finally {
    await rm(warehouse, { recursive: true })
    await rm(kept, { recursive: true })
  }
  return ends
}

async function damage(path: string, dice: Dice): Promise<void> {
  const whole = await readFile(path)
  let bytes: Buffer = whole
  while (bytes.equals(whole)) bytes = mutatedBytes(whole, dice)
  await writeFile(path, bytes)
}

async function servedId(warehouse: string): Promise<string> {
  const none = () => undefined
  const warm = () => Promise.resolve()
  const store = new SnapshotStore({ warehouse, warm, onChange: none, onFault: none })
  await store.start()
  store.stop()
  return store.get().id
}
