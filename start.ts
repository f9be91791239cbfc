import { createHash } from 'node:crypto'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { progressShown } from './etl/progress-shown.ts'
import { currentManifest } from './etl/published.ts'
import { runEtl } from './etl/run.ts'

const inbox = process.env['INBOX'] ?? 'build/inbox'
const warehouse = process.env['WAREHOUSE'] ?? 'build/warehouse'
const port = Number(process.env['PORT'] ?? 4000)
const webRoot = 'build/web'

/** The largest scale whose first start stays under a minute on two cores. */
const demonstration_scale = 0.02

function isEmpty(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0
}

/** An inbox that was emptied, or not mounted, must not put invented people where real ones were. */
function refuseOverRealData(): void {
  const published = currentManifest(warehouse)
  if (published !== null && published.demonstration === null) {
    throw new Error(
      `收件箱 ${inbox} 是空的，而 ${warehouse} 存有真实数据：请检查 INBOX，或用 WAREHOUSE 另指一个文件夹 / ` +
        `The inbox is empty but the warehouse holds real data: check INBOX, or name another WAREHOUSE`,
    )
  }
}

async function makeDemonstration(): Promise<void> {
  refuseOverRealData()
  console.log(
    `收件箱 ${inbox} 是空的：生成演示数据 / The inbox is empty: making demonstration extracts`,
  )
  const { runSample } = await import('./etl/sample/run.ts')
  const draft = `${inbox}.draft`
  rmSync(draft, { recursive: true, force: true })
  await runSample({ scale: demonstration_scale, seed: 1, to: draft })
  rmSync(inbox, { recursive: true, force: true })
  mkdirSync(dirname(inbox), { recursive: true })
  renameSync(draft, inbox)
}

async function loadInbox(): Promise<void> {
  const progress = progressShown()
  try {
    const { summary } = await runEtl({ inbox, warehouse, onProgress: progress.show })
    progress.stop()
    console.log(summary)
  } finally {
    progress.stop()
  }
}

function fingerprintOfWeb(): string {
  const files = readdirSync('web', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const hash = createHash('sha256')
  for (const file of [...files.sort(), 'vite.config.ts', 'package-lock.json']) {
    hash.update(file).update(readFileSync(file))
  }
  return hash.digest('hex')
}

async function buildWeb(): Promise<void> {
  const stamp = 'build/web.sha256'
  const fingerprint = fingerprintOfWeb()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === fingerprint) return
  console.log('构建网页 / Building the web bundle')
  const { build } = await import('vite')
  await build({ logLevel: 'warn' })
  writeFileSync(stamp, fingerprint)
}

async function serve(): Promise<void> {
  const { startServer, stopOnSignals } = await import('./server/main.ts')
  const server = await startServer({ port, warehouse, inbox, webRoot })
  console.log(`\n残疾人就业目标监测 / Jiuye Monitor   ${server.url}\n`)
  for (const { user, password } of server.accounts) console.log(`  ${user.padEnd(20)} ${password}`)
  stopOnSignals(server.close)
}

if (isEmpty(inbox)) await makeDemonstration()
await loadInbox()
await buildWeb()
await serve()
