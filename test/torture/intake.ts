import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { fuzzed, mutatedFiles } from './intake/fuzz.ts'
import { opened, trainingLayout } from './intake/open-file.ts'
import { parquetFuzzed } from './intake/parquet.ts'
import { workbooksFuzzed } from './intake/workbooks.ts'

const batch = 2_000
const texts = 100_000
const workbooks = 10_000
const parquets = 4_000
const most_seconds = 5
const most_bytes = 1 << 30

/** Fails where a file stopped the program for longer than that, or memory grew beyond that. */
function requireBounds(longest: number): void {
  const memory = process.resourceUsage().maxRSS * 1024
  if (longest > most_seconds) throw new Error(`A file took ${longest} s, more than ${most_seconds}`)
  if (memory > most_bytes) throw new Error(`${memory} bytes of memory, more than ${most_bytes}`)
}

async function tortureTexts(seed: number): Promise<void> {
  const { accepted, refused, wrong } = await fuzzed(seed, batch)
  const longest = await longestOpening(mutatedFiles(seed, batch).values())
  console.log(`seed ${seed}: ${accepted} rows, ${refused} refused, longest ${longest.toFixed(2)} s`)
  requireBounds(longest)
  if (wrong.length > 0) throw new Error(`Accepted, but not sound:\n${wrong.join('\n')}`)
}

/** Of the processor, in seconds: on a busy machine the clock runs on while the program waits. */
async function longestOpening(files: Iterable<Buffer>): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'texts-'))
  const [path, layout] = [join(folder, 'training.csv'), await trainingLayout()]
  let longest = 0
  for (const bytes of files) {
    writeFileSync(path, bytes)
    const from = process.cpuUsage()
    await opened(path, layout)
    const { user, system } = process.cpuUsage(from)
    longest = Math.max(longest, (user + system) / 1e6)
  }
  rmSync(folder, { recursive: true })
  return longest
}

async function tortureWorkbooks(seed: number): Promise<void> {
  const { read, refused, longest } = await workbooksFuzzed(seed, batch)
  console.log(`workbooks, seed ${seed}: ${read} read, ${refused} refused`)
  requireBounds(longest / 1000)
}

async function tortureParquet(seed: number): Promise<void> {
  const { accepted, refused } = await parquetFuzzed(seed, batch)
  console.log(`Parquet, seed ${seed}: ${accepted} read, ${refused} refused`)
  requireBounds(0)
}

/**
 * C13: mutated files of every form against the intake. Throws where one stops it for more than 5 s, takes
 * more than 1 GiB, or has a row accepted that the strict reader rejects.
 */
export async function torture(): Promise<void> {
  for (let seed = 1; seed <= texts / batch; seed += 1) await tortureTexts(seed)
  for (let seed = 1; seed <= workbooks / batch; seed += 1) await tortureWorkbooks(seed)
  for (let seed = 1; seed <= parquets / batch; seed += 1) await tortureParquet(seed)
  const memory = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(
    `${texts} texts, ${workbooks} workbooks, ${parquets} Parquet files; ${memory} MB at most`,
  )
}
