import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runEtl } from '../../etl/run.ts'
import { sampleInbox } from './inboxes.ts'
import { prepared } from './prepared.ts'

/** A key of its own, so that a test never writes one beside the user's. */
const testKey = 'only-for-tests-'.repeat(4)

export async function temporaryFolder(name: string): Promise<string> {
  return mkdtemp(join(tmpdir(), `${name}-`))
}

/** Loads an inbox with the product's own program. */
export async function load(inbox: string, warehouse: string, dataDir?: string): Promise<void> {
  const under = dataDir === undefined ? {} : { dataDir }
  await runEtl({ inbox, warehouse, pseudonymKey: testKey, ...under })
}

/** The sample's warehouse, made once: to be served, never written. */
export async function sampleWarehouse(): Promise<string> {
  const inbox = await sampleInbox()
  return prepared('warehouse', ['etl', 'data'], (folder) => load(inbox, folder))
}
