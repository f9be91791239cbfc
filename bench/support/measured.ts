import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface Measured {
  seconds: number
  /** Of the process's memory, in bytes. */
  peak: number
  output: string
}

/** Runs a script of this project in a process of its own. Throws an Error where it exits with another status. */
export async function measured(
  script: string,
  args: readonly string[],
  statuses: readonly number[] = [0],
): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'jiuye-bench-'))
  const peak = join(folder, 'peak')
  const imports = ['tsx', join(import.meta.dirname, 'peak.ts')].flatMap((one) => ['--import', one])
  const started = performance.now()
  try {
    const child = spawn(process.execPath, [...imports, script, ...args], {
      env: { ...process.env, BENCH_PEAK: peak },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    let output = ''
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
    const [status] = (await once(child, 'close')) as [number | null]
    const seconds = (performance.now() - started) / 1000
    if (status === null || !statuses.includes(status))
      throw new Error(`${script} ${args.join(' ')} ended with ${String(status)}:\n${output}`)
    return { seconds, peak: Number(readFileSync(peak, 'utf8')), output }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
