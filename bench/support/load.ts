import { runEtl } from '../../etl/run.ts'

export interface StepTime {
  name: string
  seconds: number
  /** What the step went through, as far as it told: rows, or files. */
  done: number
}

/** Loads INBOX into WAREHOUSE; prints a JSON list of its steps, in the order in which they began. */
const [inbox = '', warehouse = ''] = process.argv.slice(2)
const steps = new Map<string, StepTime>()
let current: StepTime | null = null
let since = performance.now()

function goOn(name: string, done: number): void {
  const now = performance.now()
  if (current) current.seconds += (now - since) / 1000
  since = now
  current = steps.get(name) ?? { name, seconds: 0, done: 0 }
  current.done = Math.max(current.done, done)
  steps.set(name, current)
}

await runEtl({ inbox, warehouse, onProgress: (name, done = 0) => goOn(name, done) })
goOn('', 0)
console.log(JSON.stringify([...steps.values()].filter(({ name }) => name !== '')))
