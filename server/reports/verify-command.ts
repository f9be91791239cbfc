import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { Metrics } from '../../cube/metrics.ts'
import { SnapshotStore } from '../snapshots.ts'
import { readEmbedded } from './docx/embedded.ts'
import { verifyReport, type Verdict } from './verify.ts'

const usage = '用法：npm run verify -- 报告.docx [--warehouse DIR]'

const MOST_LISTED = 200

async function verdictOn(path: string, warehouse: string): Promise<Verdict> {
  const bytes = readFileSync(path)
  const { order } = readEmbedded(bytes)
  const snapshots: SnapshotStore = new SnapshotStore({
    warehouse,
    warm: () => Promise.resolve(),
    onChange: () => undefined,
    onFault: (error) => console.error(error),
  })
  await snapshots.start()
  const metrics = new Metrics({
    martPath: (id) => snapshots.martPath(id),
    asOf: (id) => snapshots.asOf(id),
    onFault: (what, error) => console.error(what, error),
  })
  try {
    await snapshots.checked(order.snapshot)
    return await verifyReport({ loadMetrics: metrics.load, snapshots }, bytes)
  } finally {
    snapshots.stop()
    await metrics.close()
  }
}

function told(verdict: Verdict): string[] {
  const { title, snapshot, figures, paragraphs, figureDifferences, textDifferences } = verdict
  const numbers = figureDifferences.map(
    ({ key, here, there }) =>
      `数字 ${key}：报告为 ${here ?? '无'}，按数据集计算为 ${there ?? '无'}`,
  )
  const words = textDifferences.map(
    ({ at, here, there }) =>
      `文字 第${at}段：报告为“${here ?? '（无）'}”，应为“${there ?? '（无）'}”`,
  )
  const listed = [...numbers, ...words]
  const more = listed.length - MOST_LISTED
  return [
    `${title}（数据集 ${snapshot}）`,
    ...listed.slice(0, MOST_LISTED),
    ...(more > 0 ? [`另有 ${more} 处`] : []),
    `核对数字 ${figures} 个，不符 ${figureDifferences.length} 个；核对段落和单元格 ${paragraphs} 处，不符 ${textDifferences.length} 处；${verdict.sameBytes ? '与系统重新生成的文件逐字节一致' : '文件字节与系统重新生成的不同（另存过即会不同）'}。`,
  ]
}

/** 0 where every figure and word is as the snapshot gives it, 1 where one is not. */
async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      warehouse: { type: 'string', default: process.env['WAREHOUSE'] ?? 'build/warehouse' },
    },
  })
  const [path] = positionals
  if (path === undefined) throw new Error(usage)
  const verdict = await verdictOn(path, values.warehouse)
  for (const line of told(verdict)) console.log(line)
  return verdict.figureDifferences.length + verdict.textDifferences.length > 0 ? 1 : 0
}

main().then(
  (status) => process.exit(status),
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exit(2)
  },
)
