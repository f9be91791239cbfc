import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scene } from '../support/scene.ts'
import { newPage, resize } from '../support/visit.ts'
import { beyondEdge, clipped } from './measures.ts'
import { open, openPages, PAGES, settle } from './pages.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openPages()
})

/** Each text as a longer language would have it: half as long again, accents on every vowel. */
function lengthen(page: Page): Promise<void> {
  return page.evaluate(() => {
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    const accents: Record<string, string> = { a: 'á', e: 'ë', i: 'ï', o: 'ö', u: 'ü' }
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const words = node.nodeValue ?? ''
      if (!/[a-z]{2}/i.test(words) || node.parentElement?.closest('svg, script') !== null) continue
      const accented = words.replaceAll(/[aeiou]/g, (vowel) => accents[vowel] ?? vowel)
      const more = words
        .split(' ')
        .filter((_, at) => at % 2 === 0)
        .join(' ')
      node.nodeValue = `${accented} ${more}`
    }
  })
}

/** Places keep their own names in every language. */
const places =
  readFileSync('data/reference/region_unit.csv', 'utf8') +
  readFileSync('data/reference/tile_grid.csv', 'utf8')

function isPlace(words: string): boolean {
  return words === '全国' || places.includes(words.replace(/本级$/, ''))
}

/** 1.4.10, 3.1.1, 3.1.2; checklist A27: the English pages, and room for a longer language yet. */
describe.each(PAGES)('$name in English', (known) => {
  let page: Page

  beforeAll(async () => {
    page = await newPage(scene.browser, scene.server.url, { width: 1280 })
    await open(page, known)
    await page.evaluate(() => localStorage.setItem('language', 'en'))
    await page.reload()
    await page.locator('main h1').first().waitFor()
    await settle(page)
  })

  afterAll(async () => {
    await page.context().close()
  })

  it('says that it is English, and names every control in it', async () => {
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    const names = await page
      .locator('nav a, header button, main button, main label, th[scope=col]')
      .evaluateAll((all) =>
        all
          .filter((each) => each.closest('[lang=zh-CN]') === null)
          .map((each) => {
            const words = [...each.childNodes].filter(({ nodeName }) => nodeName !== 'SELECT')
            const shown = words.map(({ textContent }) => textContent ?? '').join('')
            return each.getAttribute('aria-label') ?? shown.trim()
          }),
      )
    const chinese = names.filter((name) =>
      [...name.matchAll(/\p{Script=Han}+/gu)].some(([words]) => !isPlace(words)),
    )
    expect(chinese).toEqual([])
  })

  it('marks what stays Chinese as Chinese, save the names of places', async () => {
    const unmarked = await page.evaluate(() => {
      const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
      const found: string[] = []
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const inside = node.parentElement?.closest('[lang], script, style')
        if (inside?.getAttribute('lang') === 'en') found.push(node.nodeValue ?? '')
      }
      return found
    })
    const chinese = unmarked.flatMap((text) => text.match(/\p{Script=Han}+/gu) ?? [])
    expect(chinese.filter((words) => !isPlace(words))).toEqual([])
  })

  it('has room for texts half as long again, wide and narrow', async () => {
    await lengthen(page)
    expect(await clipped(page)).toEqual([])
    expect(await beyondEdge(page)).toEqual([])
    await resize(page, 390, 844)
    expect(await clipped(page)).toEqual([])
    expect(await beyondEdge(page)).toEqual([])
  })
})

describe('the language', () => {
  it('is switched at once, without a new page, and kept', async () => {
    const page = await newPage(scene.browser, scene.server.url)
    await open(page, PAGES[0]!)
    await page.evaluate(() => Object.assign(globalThis, { samePage: true }))
    await page.getByRole('button', { name: '显示与语言' }).click()
    await page.getByText('English', { exact: true }).click()
    await page.getByRole('heading', { level: 2, name: 'Display and language' }).waitFor()
    expect(await page.evaluate(() => 'samePage' in globalThis)).toBe(true)
    await page.reload()
    await page.getByRole('heading', { level: 1 }).waitFor()
    expect(await page.locator('html').getAttribute('lang')).toBe('en')
    await page.context().close()
  })
})
