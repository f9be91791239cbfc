import { startProduct } from '../support/product.ts'
import { webBundle } from '../support/bundle.ts'
import { sampleWarehouse } from '../support/warehouses.ts'
import { installPackages } from './packages.ts'
import { openReader } from './reader.ts'
import { scripts } from './scripts.ts'

/** Five scripts with the screen reader Orca, three runs in a row; the exit status says whether all were heard. */
const RUNS = Number(process.env['RUNS'] ?? 3)

async function run(address: string, turn: number): Promise<[passed: number, failed: number]> {
  const reader = await openReader(address, turn)
  let passed = 0
  try {
    for (const { name, follow } of scripts) {
      try {
        await follow(reader)
        passed += 1
        console.log(`第 ${String(turn)} 遍 通过 ${name}`)
      } catch (error) {
        console.log(`第 ${String(turn)} 遍 未过 ${name}：${String(error)}`)
      }
    }
  } finally {
    await reader.close()
  }
  return [passed, scripts.length - passed]
}

installPackages()
const server = await startProduct(await sampleWarehouse(), await webBundle())
const totals = [0, 0]
for (let turn = 1; turn <= RUNS; turn += 1) {
  const [passed, failed] = await run(server.url, turn)
  totals[0] = (totals[0] ?? 0) + passed
  totals[1] = (totals[1] ?? 0) + failed
}
await server.close()
console.log(`${String(totals[0])} passed, ${String(totals[1])} failed`)
process.exitCode = totals[1] === 0 ? 0 : 1
