import type { Browser } from 'playwright-core'
import type { RunningServer } from '../../server/main.ts'
import { openBrowser } from './browser.ts'
import { webBundle } from './bundle.ts'
import { startProduct } from './product.ts'
import { sampleWarehouse } from './warehouses.ts'

/** The product with its pages, and a browser before it. */
export type Scene = { server: RunningServer; browser: Browser; close: () => Promise<void> }

export async function openScene(warehouse?: string, mapFile?: string): Promise<Scene> {
  const server = await startProduct(
    warehouse ?? (await sampleWarehouse()),
    await webBundle(),
    mapFile === undefined ? {} : { mapFile },
  )
  const browser = await openBrowser()
  const close = async () => {
    await browser.close()
    await server.close()
  }
  return { server, browser, close }
}
