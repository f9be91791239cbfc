import { existsSync, readdirSync } from 'node:fs'
import { generate } from './generate.ts'
import { showProgress } from './progress.ts'

export interface SampleOptions {
  /** 1 is the nation; 0.0002 at least. */
  scale: number
  seed: number
  /** A folder that does not exist yet or is empty. */
  to: string
}

/** Makes demonstration extracts in a folder. Throws, in words, where the options do not allow it. */
export async function runSample({ scale, seed, to }: SampleOptions): Promise<void> {
  if (!(scale >= 0.0002 && scale <= 1)) {
    throw new Error(`The scale is ${String(scale)}: give one from 0.0002 to 1`)
  }
  if (!Number.isSafeInteger(seed)) throw new Error('The seed must be a whole number')
  if (existsSync(to) && readdirSync(to).length > 0) {
    throw new Error(`${to} is not empty: name a new folder, or empty it first`)
  }
  const progress = showProgress('演示数据')
  await generate({ scale, seed, folder: to }, progress.step)
  progress.done()
}
