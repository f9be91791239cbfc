import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations } from '../support/axe.ts'
import { openScene, type Scene } from '../support/scene.ts'
import { newPage } from '../support/visit.ts'
import { open, PAGES } from './pages.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openScene()
})

afterAll(async () => {
  await scene.close()
})

const themes = [
  { name: 'light', display: 'light system' },
  { name: 'dark', display: 'dark system' },
  { name: 'high contrast', display: 'light high' },
  { name: 'dark high contrast', display: 'dark high' },
  { name: 'forced colours', display: 'light system', forced: true },
]

async function show(page: Page, { display, forced }: (typeof themes)[number]): Promise<void> {
  const [theme = '', contrast = ''] = display.split(' ')
  await page.emulateMedia({ forcedColors: forced ? 'active' : 'none' })
  await page.evaluate((data) => Object.assign(document.documentElement.dataset, data), {
    theme,
    contrast: contrast === 'high' ? 'high' : 'standard',
  })
}

/** 1.4.1, 1.4.3; checklist A01, A17, A19, A20. */
describe.each(PAGES)('the colours of $name', (known) => {
  let page: Page

  beforeAll(async () => {
    page = await newPage(scene.browser, scene.server.url)
    await open(page, known)
  })

  afterAll(async () => {
    await page.context().close()
  })

  it.each(themes)('leave nothing for axe to find in $name', async (theme) => {
    await show(page, theme)
    expect(await axeViolations(page)).toEqual([])
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
})
