import { beforeAll, expect, it } from 'vitest'
import type { Scene } from '../support/scene.ts'
import { newPage } from '../support/visit.ts'
import { open, openPages } from './pages.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openPages()
})

const addresses = [
  '/',
  '/?indicator=A4',
  '/?plan=levy-2020&indicator=L3',
  '/?plan=levy-2020&indicator=L6',
]

/** 1.4.10; checklist A22: a figure that is broken is read as two. */
it.each([320, 390, 1024, 1440])(
  'the tiles of the map have their name and their figure in one line each, at %i pixels',
  async (width) => {
    const page = await newPage(scene.browser, scene.server.url, { width })
    for (const address of addresses) {
      await open(page, { name: '', address, user: 'leader' })
      const broken = await page.locator('a.tile :is(.tile-figure, .tile-name)').evaluateAll((all) =>
        all.flatMap((words) => {
          const range = document.createRange()
          range.selectNodeContents(words)
          const lines = new Set([...range.getClientRects()].map(({ top }) => Math.round(top)))
          const [own, tile] = [range, words.closest('.tile')!].map((one) =>
            one.getBoundingClientRect(),
          )
          const isOver = own!.left < tile!.left || own!.right > tile!.right
          return lines.size > 1 || isOver ? [words.textContent] : []
        }),
      )
      expect(broken, address).toEqual([])
      expect(await page.locator('a.tile').count()).toBe(32)
    }
    await page.context().close()
  },
)
