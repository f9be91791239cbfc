import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scene } from '../support/scene.ts'
import { newPage, resize } from '../support/visit.ts'
import { clipped, lostInLargeLetters, overflow } from './measures.ts'
import { open, openPages, PAGES, settle } from './pages.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openPages()
})

/** Names of all that can be used, however they are laid out. */
function controls(page: Page): Promise<string[]> {
  return page
    .locator('a[href], button, input, select, summary, [role=slider]')
    .evaluateAll((all) => {
      const shown = all.filter((each) => each.checkVisibility({ visibilityProperty: true }))
      const label = (each: Element) => (each as Partial<HTMLSelectElement>).labels?.[0] ?? each
      const names = shown.map(
        (each) => each.getAttribute('aria-label') ?? label(each).textContent.trim(),
      )
      return [...new Set(names)].sort()
    })
}

const SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important;
  word-spacing: 0.16em !important; } p { margin-bottom: 2em !important; }`

/** 1.3.4, 1.4.4, 1.4.10, 1.4.12, 2.3.1, 2.5.8; checklist A21 to A25. */
describe.each(PAGES)('the layout of $name', (known) => {
  let page: Page
  let wide: string[]

  beforeAll(async () => {
    page = await newPage(scene.browser, scene.server.url, { width: 1280 })
    await open(page, known)
    wide = await controls(page)
  })

  afterAll(async () => {
    await page.context().close()
  })

  it('has targets of at least 24 by 24 pixels, links within a sentence apart', async () => {
    const small = await page
      .locator('a[href], button, input, select, summary, [role=radio]')
      .evaluateAll((all) =>
        all
          .filter(
            (each) =>
              each.checkVisibility() &&
              each.closest('p, .visually-hidden, [aria-hidden=true]') === null,
          )
          .filter((each) => getComputedStyle(each).position !== 'absolute')
          .map((each) => ({ each, box: (each.closest('label') ?? each).getBoundingClientRect() }))
          .filter(({ box }) => box.width > 0 && (box.width < 24 || box.height < 24))
          .map(
            ({ each, box }) => `${each.textContent} ${box.width.toFixed()}x${box.height.toFixed()}`,
          ),
      )
    expect(small).toEqual([])
  })

  it('has buttons and fields of at least 44 pixels in height', async () => {
    const low = await page
      .locator('.button, header button, input:not([type=radio], [type=checkbox]), select')
      .evaluateAll((all) =>
        all
          .filter((each) => each.checkVisibility() && each.closest('.visually-hidden') === null)
          .map((each) => ({ each, box: (each.closest('label') ?? each).getBoundingClientRect() }))
          .filter(({ box }) => box.width > 1 && box.height < 44)
          .map(({ each, box }) => `${each.outerHTML.slice(0, 80)} ${box.height.toFixed(1)}`),
      )
    expect(low).toEqual([])
  })

  it('moves nothing by itself', async () => {
    expect(await page.evaluate(() => document.getAnimations().length)).toBe(0)
  })

  it('loses nothing when lines, letters and words stand further apart', async () => {
    await page.evaluate((css) => {
      const sheet = new CSSStyleSheet()
      sheet.replaceSync(css)
      document.adoptedStyleSheets.push(sheet)
    }, SPACING)
    expect(await clipped(page)).toEqual([])
    await page.evaluate(() => document.adoptedStyleSheets.pop())
  })

  it('loses nothing when letters are twice as large', async () => {
    expect(await lostInLargeLetters(page)).toEqual({ cut: [], beyond: [] })
  })

  it('fits into 320 by 256 pixels, which is 1280 at 400 %, with every control', async () => {
    await resize(page, 320, 256)
    await settle(page)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
    expect(await controls(page)).toEqual(expect.arrayContaining(wide))
  })
})
