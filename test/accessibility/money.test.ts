import type { Page } from 'playwright-core'
import { beforeAll, expect, it } from 'vitest'
import type { Scene } from '../support/scene.ts'
import { newPage } from '../support/visit.ts'
import { heardOn } from './heard.ts'
import { open, openPages } from './pages.ts'

const SHORT = /\d ?[万亿]元/

let scene: Scene

beforeAll(async () => {
  scene = await openPages()
})

/** Money that is shortened for the eye, without its full value in what stands for it to the ear. */
function withoutFull(page: Page): Promise<string[]> {
  return page.locator('main [aria-hidden=true]').evaluateAll((all) =>
    all
      .filter((each) => /\d (万|亿)元/.test(each.textContent))
      .filter((each) => {
        const around = each.closest('[aria-label], td, li, p')
        const heard = `${around?.getAttribute('aria-label') ?? ''} ${around?.textContent ?? ''}`
        return !/\d{1,3}(,\d{3})+ 元/.test(heard)
      })
      .map((each) => each.textContent),
  )
}

/** Checklist A27: short money is for the eye; whoever listens is told it in full. */
it.each([
  ['the overview of a sum', '/?plan=levy-2020&indicator=L3', 'leader', 'short'],
  ['regions side by side', '/compare?plan=levy-2020&regions=440000,320000', 'leader', 'short'],
  ['a region', '/region?plan=levy-2020&indicator=L3', 'supervisor-440000', 'in full'],
  ['the levy', '/levy', 'supervisor-440000', 'short'],
  ['the levy of the nation', '/levy', 'leader', 'short'],
] as const)('tells money in full on %s', async (_, address, user, shown) => {
  const page = await newPage(scene.browser, scene.server.url)
  await open(page, { name: '', address, user })
  const heard = (await heardOn(page)).map(({ name }) => name)
  expect(heard.filter((name) => /\d{1,3}(,\d{3})+ 元/.test(name))).not.toEqual([])
  expect(heard.filter((name) => SHORT.test(name))).toEqual([])
  expect(SHORT.test(await page.locator('main').innerText())).toBe(shown === 'short')
  expect(await withoutFull(page)).toEqual([])
  await page.context().close()
})
