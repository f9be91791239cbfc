import { parseArgs } from 'node:util'

import { progressShown } from './progress-shown.ts'
import { runEtl } from './run.ts'

const { values } = parseArgs({
  options: { inbox: { type: 'string' }, warehouse: { type: 'string' } },
})
const inbox = values.inbox ?? process.env['INBOX'] ?? 'build/inbox'
const warehouse = values.warehouse ?? process.env['WAREHOUSE'] ?? 'build/warehouse'
const progress = progressShown()

try {
  const { summary, published, refusedFiles } = await runEtl({
    inbox,
    warehouse,
    onProgress: progress.show,
  })
  progress.stop()
  console.log(summary)
  process.exitCode = published && refusedFiles > 0 ? 2 : 0
} catch (error) {
  progress.stop()
  console.error(error instanceof Error ? error.message : String(error))
  process.exitCode = 1
}
