import { build } from 'vite'
import { prepared } from './prepared.ts'

/** The web bundle as the product builds it, made again when a page's source changes. */
export async function webBundle(): Promise<string> {
  const sources = ['web', 'vite.config.ts', 'package-lock.json']
  return prepared('web', sources, async (folder) => {
    await build({ logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } })
  })
}
