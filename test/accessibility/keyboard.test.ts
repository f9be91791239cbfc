import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openScene, type Scene } from '../support/scene.ts'
import { newPage } from '../support/visit.ts'
import { open, PAGES, settle } from './pages.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openScene()
})

afterAll(async () => {
  await scene.close()
})

interface Stop {
  what: string
  outline: number
  obscured: boolean
}

const MOST_STOPS = 250

/** What has the focus: how it is told, and whether something lies over its middle. */
function stop(page: Page): Promise<Stop | null> {
  return page.evaluate(() => {
    const at = document.activeElement
    if (at === null || at === document.body) return null
    const box = at.getClientRects()[0] ?? at.getBoundingClientRect()
    const [x, y] = [box.left + box.width / 2, box.top + Math.min(box.height, innerHeight) / 2]
    const above = document.elementFromPoint(x, y)
    const style = getComputedStyle(at)
    const known = ((globalThis as unknown as { stops?: Element[] }).stops ??= [])
    if (!known.includes(at)) known.push(at)
    return {
      what: `${String(known.indexOf(at))} ${at.tagName} ${(at.getAttribute('aria-label') ?? at.textContent).slice(0, 40)}`,
      outline: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
      obscured: box.width > 1 && (above === null || !(at.contains(above) || above.contains(at))),
    }
  })
}

/** A date field has a stop for each of its parts, which count as one; more than that is a trap. */
const MOST_PARTS = 5

async function walk(page: Page, key: string): Promise<Stop[]> {
  const stops: Stop[] = []
  for (let presses = 0, parts = 1; presses < MOST_STOPS; presses += 1) {
    await page.keyboard.press(key)
    const next = await stop(page)
    if (next === null || (next.what === stops[0]?.what && stops.length > 1)) return stops
    parts = next.what === stops.at(-1)?.what ? parts + 1 : 1
    if (parts === 1 || parts > MOST_PARTS) stops.push(next)
  }
  return stops
}

/** 2.1.2, 2.4.3, 2.4.7, 2.4.11; checklist A03 to A05. */
describe.each(PAGES)('the keyboard on $name', (known) => {
  let page: Page
  let stops: Stop[]

  beforeAll(async () => {
    page = await newPage(scene.browser, scene.server.url)
    await open(page, known)
    await page.locator('a[href="#main"]').focus()
    const first = await stop(page)
    stops = [...(first === null ? [] : [first]), ...(await walk(page, 'Tab'))]
  })

  afterAll(async () => {
    await page.context().close()
  })

  it('goes through the page and out again, no stop twice', () => {
    const names = stops.map(({ what }) => what)
    expect(stops.length).toBeGreaterThan(5)
    expect(stops.length).toBeLessThan(MOST_STOPS)
    expect(new Set(names).size).toBe(names.length)
  })

  it('shows where it is with an outline of 2 pixels or more', () => {
    expect(stops.filter(({ outline }) => outline < 2).map(({ what }) => what)).toEqual([])
  })

  it('is never covered by something else', () => {
    expect(stops.filter(({ obscured }) => obscured).map(({ what }) => what)).toEqual([])
  })

  it('comes back the way it went', async () => {
    await page.locator('footer a').last().focus()
    const last = await stop(page)
    const back = [...(last === null ? [] : [last]), ...(await walk(page, 'Shift+Tab'))]
    expect(back.map(({ what }) => what).reverse()).toEqual(stops.map(({ what }) => what))
  })
})

/** 2.1.4, 1.4.13. */
describe('the list of keys', () => {
  it('opens by ?, closes by Esc, and can be turned off', async () => {
    const page = await newPage(scene.browser, scene.server.url)
    await open(page, PAGES[0]!)
    const dialog = page.getByRole('dialog', { name: '键盘操作' })
    await page.keyboard.press('?')
    await dialog.waitFor()
    await page.getByRole('checkbox').focus()
    await page.keyboard.press('Space')
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    await page.keyboard.press('?')
    await page.waitForTimeout(300)
    expect(await dialog.count()).toBe(0)
    await page.context().close()
  })
})

/** Notes every word that a screen reader is told from now on. */
function listen(page: Page): Promise<void> {
  return page.evaluate(() => {
    const said: string[] = []
    Object.assign(globalThis, { said })
    const region = document.querySelector('.visually-hidden[role=status]')!
    new MutationObserver(() => {
      if (region.textContent !== '') said.push(region.textContent)
    }).observe(region, { childList: true, subtree: true })
  })
}

async function told(page: Page): Promise<string[]> {
  await page.waitForFunction(() => (globalThis as unknown as { said: string[] }).said.length > 0)
  await settle(page)
  return page.evaluate(() => (globalThis as unknown as { said: string[] }).said)
}

/** 3.2.1, 4.1.3; checklist A09. */
describe('a choice on the overview', () => {
  let page: Page

  beforeAll(async () => {
    page = await newPage(scene.browser, scene.server.url)
    await open(page, PAGES[0]!)
  })

  afterAll(async () => {
    await page.context().close()
  })

  it('of a status is told once, with its name and how many are left', async () => {
    const behind = page.getByRole('group', { name: '按状态筛选指标' }).getByText('滞后')
    const [, count = ''] = /(\d+)$/.exec(await behind.innerText()) ?? []
    await listen(page)
    await behind.focus()
    await page.keyboard.press('Enter')
    const said = await told(page)
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(new RegExp(`已筛选：滞后，共 ${count} 项`))
  })

  it('of a quarter is told once, with its day and the new state', async () => {
    await page.getByRole('combobox', { name: '截止季度' }).focus()
    await listen(page)
    await page.keyboard.press('ArrowDown')
    const said = await told(page)
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/^已显示全国，数据截止 2018 年 3 月 31 日：\d+ 项指标中 \d+ 项达到/)
  })

  it('of a plan is told once, with its name and the new state', async () => {
    await listen(page)
    await page.getByRole('navigation', { name: '方案' }).getByText('残保金').focus()
    await page.keyboard.press('Enter')
    const said = await told(page)
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/^已显示全国，.*残保金.*：/)
  })
})
