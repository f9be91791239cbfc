import type { Browser } from 'playwright-core'
import type { RunningServer } from '../../server/main.ts'
import { openBrowser } from './browser.ts'
import { webBundle } from './bundle.ts'
import { startProduct, type Serving } from './product.ts'
import { sampleWarehouse } from './warehouses.ts'

/** The product with its pages, and a browser before it. */
export type Scene = { server: RunningServer; browser: Browser; close: () => Promise<void> }

export async function openScene(warehouse?: string, options: Serving = {}): Promise<Scene> {
  const served = warehouse ?? (await sampleWarehouse())
  const server = await startProduct(served, await webBundle(), options)
  const browser = await openBrowser()
  const close = async () => {
    await browser.close()
    await server.close()
  }
  return { server, browser, close }
}

let overSample: Promise<Scene> | undefined

/** The product over the sample: once for all files of a worker, which only look, and as long as the worker lives. */
export function sampleScene(): Promise<Scene> {
  return (overSample ??= openScene())
}
