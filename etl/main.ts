import { parseArgs } from 'node:util'

import { progressShown } from './progress-shown.ts'
import { writeMendList } from './quarantine/run.ts'
import { runEtl } from './run.ts'

const text = { type: 'string' } as const
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { inbox: text, warehouse: text, unit: text, quarter: text, to: text },
})
const inbox = values.inbox ?? process.env['INBOX'] ?? 'build/inbox'
const warehouse = values.warehouse ?? process.env['WAREHOUSE'] ?? 'build/warehouse'
const progress = progressShown()

async function load(): Promise<void> {
  const { summary, refusedFiles } = await runEtl({
    inbox,
    warehouse,
    onProgress: progress.show,
  })
  progress.stop()
  console.log(summary)
  process.exitCode = refusedFiles > 0 ? 2 : 0
}

async function quarantine(): Promise<void> {
  const { unit, quarter, to } = values
  console.log(await writeMendList({ warehouse, unit, quarter, to }))
}

try {
  const [command, ...others] = positionals
  if (others.length > 0 || (command !== undefined && command !== 'quarantine')) {
    throw new Error(`${positionals.join(' ')} is no command: expected none, to load, or quarantine`)
  }
  await (command === 'quarantine' ? quarantine() : load())
} catch (error) {
  progress.stop()
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
