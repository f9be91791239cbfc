import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scene } from '../support/scene.ts'
import { newPage, resize } from '../support/visit.ts'
import { lostInLargeLetters, overflow } from './measures.ts'
import { open, openPages, settle } from './pages.ts'
import { axeInEveryTheme } from './themes.ts'
import { walk } from './walk.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openPages()
})

const PUBLIC = '/publicity/440000-2017'

/** How somebody comes to each page that has no frame of header, navigation and footer. */
const pages: [string, (page: Page) => Promise<unknown>][] = [
  ['the sign-in', (page) => page.goto('/')],
  [
    'the sign-in that was refused',
    async (page) => {
      await page.goto('/')
      await page.getByRole('button', { name: '登录' }).click()
      await page.getByRole('alert').waitFor()
    },
  ],
  ['the wall', (page) => open(page, { name: '', user: 'leader', address: '/wall' })],
  ['the public list', (page) => page.goto('/publicity')],
  ['a public notice', (page) => page.goto(PUBLIC)],
]

/** 1.4.4, 1.4.10; checklist A01, A04, A06, A22, A23 for the pages without a frame, in every theme. */
describe.each(pages)('%s', (_, come) => {
  let page: Page
  beforeAll(async () => {
    page = await newPage(scene.browser, scene.server.url, { width: 1280 })
    await come(page)
    await page.locator('main h1').first().waitFor()
    await settle(page)
  })
  afterAll(() => page.context().close())

  it('leaves nothing for axe to find, and is named in the window', async () => {
    expect(await axeInEveryTheme(page)).toEqual([])
    expect(await page.locator('h1').count()).toBe(1)
    expect(await page.title()).toMatch(/^.+ · 残疾人就业目标监测$/)
  })

  it('shows where the keyboard is', async () => {
    await page.locator('h1').click()
    const stops = await walk(page, 'Tab')
    expect(stops.length).toBeGreaterThan(0)
    const dim = stops.filter(({ outline, known, obscured }) => outline < 2 || !known || obscured)
    expect(dim.map(({ what }) => what)).toEqual([])
  })

  it('loses nothing when letters are twice as large, nor at 400 %', async () => {
    expect(await lostInLargeLetters(page)).toEqual({ cut: [], beyond: [] })
    await resize(page, 320, 256)
    await settle(page)
    expect(await overflow(page)).toBeLessThanOrEqual(0)
  })
})
