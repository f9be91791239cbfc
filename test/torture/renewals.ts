import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { randomFrom } from '../etl/renewal/mixed-rows.ts'
import { carried, inboxOf, loaded, mixer, whole } from '../etl/renewal/renewals.ts'

const units = ['460000', '540000', '640000', '660000']

/**
 * Files of mixed rows one after another into one inbox: what is carried on from snapshot to snapshot is what
 * counting all anew comes to. Throws at the first that is not. The steps and the seed are the words.
 */
export async function torture([steps = '60', seed = '1']: string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'renewals-'))
  try {
    const inbox = await inboxOf(folder, units)
    const [warehouse, anew] = [join(folder, 'warehouse'), join(folder, 'anew')]
    const mix = await mixer(inbox, units)
    const random = randomFrom(Number(seed))
    await loaded(inbox, warehouse, carried)
    let renewed = 0
    for (let step = 0; step < Number(steps); step += 1) {
      const paths = mix(random, step)
      const now = await loaded(inbox, warehouse, carried)
      if (now.renewed) renewed += 1
      const { told } = await loaded(inbox, anew, whole)
      if (JSON.stringify(now.told) !== JSON.stringify(told)) {
        const differ = told.content?.tables.filter(
          ({ table, hash }, at) => now.told.content?.tables[at]?.hash !== hash && table,
        )
        throw new Error(
          `Step ${step}, seed ${seed}, ${paths.join()}: carried on it is another content in ${String(differ?.map(({ table }) => table).join())}`,
        )
      }
    }
    console.log(`${steps} renewals: ${renewed} carried on, all as counted anew`)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
