import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runEtl } from './etl/run.ts'
import { startServer } from './server/main.ts'

const inbox = process.env['INBOX'] ?? 'build/inbox'
const warehouse = process.env['WAREHOUSE'] ?? 'build/warehouse'
const webRoot = 'build/web'
const port = Number(process.env['PORT'] ?? 4000)

/** The largest scale whose first start stays under a minute on two cores. */
const demonstrationScale = 0.02

function isEmpty(folder: string): boolean {
  return !existsSync(folder) || readdirSync(folder).length === 0
}

async function makeDemonstration(): Promise<void> {
  console.log(`收件箱 ${inbox} 为空，生成演示数据 / the inbox is empty: making demonstration extracts`)
  const { runSample } = await import('./etl/sample/run.ts')
  await runSample({ scale: demonstrationScale, seed: 1, to: inbox })
}

function sourcesOfBundle(): string {
  const files = readdirSync('web', { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
  const hash = createHash('sha256')
  for (const file of [...files.sort(), 'vite.config.ts', 'package-lock.json'])
    hash.update(file).update(readFileSync(file))
  return hash.digest('hex')
}

async function buildBundle(): Promise<void> {
  const stamp = join('build', 'web.stamp')
  const sources = sourcesOfBundle()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === sources && existsSync(webRoot)) return
  console.log('构建网页 / building the web bundle')
  const { build } = await import('vite')
  await build({ logLevel: 'warn' })
  mkdirSync('build', { recursive: true })
  writeFileSync(stamp, sources)
}

if (isEmpty(inbox)) await makeDemonstration()
const loaded = await runEtl({ inbox, warehouse })
console.log(loaded.summary)
await buildBundle()
const server = await startServer({ port, warehouse, webRoot })
console.log(`\n残疾人就业目标监测  ${server.url}\n`)
for (const account of server.accounts)
  console.log(`  ${account.user.padEnd(20)} ${account.password}`)
