import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'

/** How far a run has come: what it does, and how much of how much where that is known. */
export type Step = {
  step: string
  done: number | null
  total: number | null
  /** What `done` and `total` count. */
  counts: 'files' | 'rows'
  /** Rows read so far. */
  rows: number | null
}

const READING = '读取文件'

type Watched = { onStep: (step: Step) => void; signal: AbortSignal }

const programs = join(import.meta.dirname, '..', '..', 'etl')
const loader = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href

/** What ended badly, with the program's last words for the operator. */
class EtlFault extends Error {}

type Running = {
  onLine: (line: string) => void
  onWords: (line: string) => void
  /** Ends the process; what it was making is left unpublished. */
  signal: AbortSignal
}

/**
 * Runs a program of etl as a process of its own, which is all that the server knows of it. Resolves
 * with its exit status; rejects with EtlFault where it did not start or was killed.
 */
async function run(
  program: string,
  options: string[],
  { onLine, onWords, signal }: Running,
): Promise<number> {
  const child = spawn(process.execPath, ['--import', loader, join(programs, program), ...options], {
    stdio: ['ignore', 'pipe', 'pipe'],
    signal,
  })
  createInterface({ input: child.stdout }).on('line', onLine)
  createInterface({ input: child.stderr }).on('line', onWords)
  return new Promise((resolve, reject) => {
    child.once('error', (cause) => reject(new EtlFault(`${program} did not start`, { cause })))
    child.once('close', (status, signal) => {
      if (status === null) reject(new EtlFault(`${program} was ended by ${String(signal)}`))
      else resolve(status)
    })
  })
}

/** A line that a library printed, or half a line of a child that was stopped, says nothing. */
export function saidIn(line: string): { result?: unknown } & Partial<Step> {
  try {
    const said: unknown = JSON.parse(line)
    return typeof said === 'object' && said !== null && !Array.isArray(said) ? said : {}
  } catch {
    return {}
  }
}

/** The result of `etl/check.ts` on a draft, as JSON. Rejects with EtlFault. */
export async function checkDraft(
  draft: string,
  inbox: string,
  { onStep, signal }: Watched,
): Promise<unknown> {
  let result: unknown
  let words = ''
  const onLine = (line: string) => {
    const said = saidIn(line)
    if (said.result !== undefined) result = said.result
    else onStep(stepOf(said))
  }
  const onWords = (line: string) => {
    words = line.trim() || words
  }
  const status = await run('check.ts', ['--draft', draft, '--inbox', inbox], {
    onLine,
    onWords,
    signal,
  })
  if (status === 0 && result !== undefined) return result
  throw new EtlFault(`check.ts ended with ${status}: ${words}`)
}

function stepOf({ step = '', done, total, rows }: Partial<Step>): Step {
  const counts = step === READING ? 'files' : 'rows'
  return { step, done: done ?? null, total: total ?? null, counts, rows: rows ?? null }
}

const STEP = /^(\p{Script=Han}[^…\d]*?)(?:…| (\d+)\/(\d+)(?:（已读 (\d+) 行）)?)(?:，.*)?$/u

/** What a line of the program's progress says; null where it is none. */
export function stepIn(line: string): Step | null {
  const [, step, done, total, rows] = STEP.exec(line) ?? []
  const number = (text: string | undefined) => (text === undefined ? null : Number(text))
  if (step === undefined) return null
  return stepOf({ step, done: number(done), total: number(total), rows: number(rows) })
}

const REFUSED_FILES = 2

/** Loads the inbox into the warehouse. Rejects with EtlFault; a refused file is no fault. */
export async function loadInbox(
  inbox: string,
  warehouse: string,
  { onStep, signal }: Watched,
): Promise<void> {
  let words = ''
  const onWords = (line: string) => {
    words = line.trim() || words
    const step = stepIn(line)
    if (step !== null) onStep(step)
  }
  const options = ['--inbox', inbox, '--warehouse', warehouse]
  const status = await run('main.ts', options, { onLine: () => undefined, onWords, signal })
  if (status !== 0 && status !== REFUSED_FILES)
    throw new EtlFault(`main.ts ended with ${status}: ${words}`)
}
