import { mkdir, mkdtemp, rename, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { seal } from '../../etl/publish.ts'
import { writeMart } from '../cube/mart-fixture.ts'

type SnapshotOptions = { demonstration?: boolean; asOf?: string; publishedAt?: string }

function manifestOf(id: string, { demonstration = true, asOf, publishedAt }: SnapshotOptions) {
  return {
    id,
    asOf: asOf ?? '2018-06-30',
    publishedAt: publishedAt ?? '2018-07-05T00:00:00.000Z',
    ruleVersion: '1',
    demonstration: demonstration ? { scale: 0.02, seed: 1, ratio: 50 } : null,
    files: [
      {
        path: '2018Q2/110000/training.csv',
        sha256: '0'.repeat(64),
        unit: '110000',
        quarter: '2018Q2',
        extract: 'training',
        form: 'csv',
        fate: 'accepted',
        reason: null,
        rowsRead: 1,
        rowsAccepted: 1,
        rowsQuarantined: 0,
      },
    ],
    totals: {},
    plans: [],
    tileGrid: [{ code: '110000', short: '京', col: 7, row: 3, dashed: 'no' }],
    regionSchemes: [],
  }
}

/** Publishes a small snapshot the way the loader does: whole first, renamed into place last. */
export async function publish(
  warehouse: string,
  id: string,
  options: SnapshotOptions = {},
): Promise<void> {
  const folder = join(warehouse, 'snapshots', id)
  await mkdir(folder, { recursive: true })
  await writeMart(join(folder, 'marts.duckdb'))
  await seal(folder, manifestOf(id, options))
  const waiting = join(warehouse, 'current.json.tmp')
  await writeFile(waiting, JSON.stringify({ snapshot: id }))
  await rename(waiting, join(warehouse, 'current.json'))
}

export async function makeWarehouse(options: SnapshotOptions = {}): Promise<string> {
  const warehouse = await mkdtemp(join(tmpdir(), 'warehouse-'))
  await publish(warehouse, '2018Q2-00000001', options)
  return warehouse
}
