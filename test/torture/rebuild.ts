import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { runSample } from '../../etl/sample/run.ts'
import { contentHash, ended, soundId, startLoad } from './snapshots/loads.ts'

/**
 * C21 and C23: the same files three times into an empty warehouse, once with so little memory that DuckDB
 * spills. The content has one hash. Throws where not. The scale is the first word.
 */
export async function torture([scale = '0.01']: string[]): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rebuild-'))
  const [inbox, temporary] = [join(folder, 'inbox'), join(folder, 'temporary')]
  mkdirSync(temporary)
  const hashes = new Set<string>()
  try {
    await runSample({ scale: Number(scale), seed: 1, to: inbox })
    for (const limit of ['3GB', '3GB', '400MB']) {
      const warehouse = join(folder, 'warehouse')
      rmSync(warehouse, { recursive: true, force: true })
      const from = performance.now()
      const load = { inbox, warehouse, temporary, env: { ETL_MEMORY_LIMIT: limit } }
      const { status, said } = await ended(startLoad(load))
      if (status !== 0 && status !== 2) throw new Error(`With ${limit} a load failed: ${said}`)
      const hash = contentHash(warehouse, await soundId(warehouse))
      hashes.add(hash)
      const seconds = ((performance.now() - from) / 1000).toFixed(1)
      console.log(
        `scale ${scale}, memory limit ${limit}: content ${hash.slice(0, 16)} in ${seconds} s`,
      )
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  if (hashes.size !== 1) throw new Error('The same files came to different contents')
}
