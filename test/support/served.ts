import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { type Client, signedIn, startProduct } from './product.ts'
import { load, temporaryFolder } from './warehouses.ts'

/** An inbox of its own, loaded and served: ask it as the leader. */
export type Served = { inbox: string; client: Client; close: () => Promise<void> }

/** With `dataDir` under plans and reference tables other than the product's. */
export async function serveInbox(
  write: (inbox: string) => Promise<void>,
  dataDir?: string,
): Promise<Served> {
  const folder = await temporaryFolder('served')
  const inbox = join(folder, 'inbox')
  await write(inbox)
  await load(inbox, join(folder, 'warehouse'), dataDir)
  const server = await startProduct(join(folder, 'warehouse'))
  const client = await signedIn(server.url, 'leader')
  const close = async () => {
    await server.close()
    await rm(folder, { recursive: true })
  }
  return { inbox, client, close }
}
