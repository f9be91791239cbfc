import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations } from '../support/axe.ts'
import type { Scene } from '../support/scene.ts'
import { newPage } from '../support/visit.ts'
import { open, openPages, PAGES } from './pages.ts'
import { dimFocus, invisible } from './pixels.ts'
import { FORCED, LIGHT, OTHERS, show } from './themes.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openPages()
})

/** 1.4.1, 1.4.3, 1.4.5, 2.4.4, 2.5.3, 4.1.2; checklist A01, A17, A19, A20. */
describe.each(PAGES)('the colours of $name', (known) => {
  let page: Page

  beforeAll(async () => {
    page = await newPage(scene.browser, scene.server.url)
    await open(page, known)
  })

  afterAll(async () => {
    await page.context().close()
  })

  it.each([LIGHT, ...OTHERS])('leave nothing for axe to find in $name', async (theme) => {
    await show(page, theme)
    expect(await axeViolations(page)).toEqual([])
  })

  it('leave every control to be seen where the system’s colours are forced', async () => {
    await show(page, FORCED)
    expect(await invisible(page)).toEqual([])
    await show(page, LIGHT)
  })

  it('are never alone in telling a status: a sign and a word stand with it', async () => {
    const bare = await page.locator('[class*="status-"]:not(.status-none)').evaluateAll((all) =>
      all
        .filter((each) => each.checkVisibility() && each.closest('svg') === null)
        .filter((each) => each.querySelector('svg') === null || each.textContent.trim() === '')
        .map((each) => each.outerHTML.slice(0, 120)),
    )
    expect(bare).toEqual([])
  })

  it('stand in no picture of text', async () => {
    expect(await page.locator('img, picture, video').count()).toBe(0)
  })
})

/** 2.4.7, 1.4.11; checklist A04: every component stands among the examples. */
describe('the focus on a component', () => {
  let page: Page

  beforeAll(async () => {
    page = await newPage(scene.browser, scene.server.url)
    await open(page, { name: '', user: 'leader', address: '/examples' })
    await page.keyboard.press('Tab')
  })

  afterAll(async () => {
    await page.context().close()
  })

  it.each([LIGHT, ...OTHERS])(
    'changes two pixels around it by 3:1 or more in $name',
    async (theme) => {
      await show(page, theme)
      expect(await dimFocus(page)).toEqual([])
    },
  )
})
