import { build } from 'vite'
import { prepared } from './prepared.ts'

/** The web bundle as the product builds it, made again when a page's source changes. */
export async function webBundle(): Promise<string> {
  const sources = ['web', 'vite.config.ts', 'package-lock.json']
  return prepared('web', sources, async (folder) => {
    await asInProduction(() =>
      build({ logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } }),
    )
  })
}

/** Under Vitest's own NODE_ENV the pages would be built with the slower React of development. */
async function asInProduction(work: () => Promise<unknown>): Promise<void> {
  const before = process.env['NODE_ENV']
  process.env['NODE_ENV'] = 'production'
  try {
    await work()
  } finally {
    if (before === undefined) delete process.env['NODE_ENV']
    else process.env['NODE_ENV'] = before
  }
}
