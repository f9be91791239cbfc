import { parseArgs } from 'node:util'

import { progressShown } from './progress-shown.ts'
import { writeMendList } from './quarantine/run.ts'
import { runEtl } from './run.ts'
import { verify } from './verify.ts'

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

async function verifySnapshot(wanted?: string): Promise<void> {
  const { id, faults } = await verify(warehouse, wanted)
  for (const { file, expected, found } of faults) {
    console.error(`${file}\n  expected ${expected}\n  found    ${found}`)
  }
  if (faults.length > 0)
    throw new Error(`${id} is damaged: bring it back from a copy or load again`)
  console.log(`快照 ${id} 完好：各文件、各表均与清单一致`)
}

function chosenCommand([command, ...others]: string[]): () => Promise<void> {
  if (command === 'verify' && others.length <= 1) return () => verifySnapshot(others[0])
  if (command === 'quarantine' && others.length === 0) return quarantine
  if (command === undefined) return load
  throw new Error(
    `${[command, ...others].join(' ')} is no command: expected none, to load, quarantine or verify [ID]`,
  )
}

try {
  await chosenCommand(positionals)()
} catch (error) {
  progress.stop()
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
