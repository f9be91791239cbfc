import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Scene } from '../support/scene.ts'
import { newPage, signIn } from '../support/visit.ts'
import { open, openPages, PAGES } from './pages.ts'
import { listen, told } from './told.ts'
import { MOST_STOPS, stop, walk, type Stop } from './walk.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openPages()
})

/** Of nine points of a box, so many may lie under something that sticks to the window. */
const MOST_COVERED = 3

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

  it('shows where it is with an outline of 2 pixels or more, in a colour that the tokens prove', () => {
    const dim = stops.filter(({ outline, known }) => outline < 2 || !known)
    expect(dim.map(({ what }) => what)).toEqual([])
  })

  it('is never covered by something else', () => {
    const hidden = stops.filter(({ obscured, covered }) => obscured || covered > MOST_COVERED)
    expect(hidden.map(({ what }) => what)).toEqual([])
  })

  it('comes back the way it went', async () => {
    await page.locator('footer a').last().focus()
    const last = await stop(page)
    const back = [...(last === null ? [] : [last]), ...(await walk(page, 'Shift+Tab'))]
    expect(back.map(({ what }) => what).reverse()).toEqual(stops.map(({ what }) => what))
  })
})

it('leads on from the sign-in to the name of what has come in its place', async () => {
  const page = await newPage(scene.browser, scene.server.url)
  await signIn(page, 'leader')
  const heading = page.getByRole('heading', { level: 1, name: '全国' })
  await heading.waitFor()
  await expect
    .poll(() => heading.evaluate((each) => each === document.activeElement), { timeout: 60_000 })
    .toBe(true)
  await page.context().close()
})

/** 2.1.4. */
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

/** 1.4.13, 2.5.2, 3.2.1, 3.2.2, 4.1.3; checklist A09, A25. */
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
    expect(said[0]).toMatch(new RegExp(`已筛选：滞后，共 ${count} 项.*差距最大的`))
  })

  it('is not made by a pointer that is taken away before it is let go', async () => {
    const before = page.url()
    const chip = page.getByRole('group', { name: '按状态筛选指标' }).getByRole('button').last()
    await chip.scrollIntoViewIfNeeded()
    const { x, y } = (await chip.boundingBox())!
    await page.mouse.move(x + 4, y + 4)
    await page.mouse.down()
    await page.mouse.move(4, 4)
    await page.mouse.up()
    expect(page.url()).toBe(before)
  })

  it('of a quarter is told once, with its day and the new state', async () => {
    await page.getByRole('combobox', { name: '截止季度' }).focus()
    await listen(page)
    await page.keyboard.press('ArrowDown')
    const said = await told(page)
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/^已显示全国，数据截止 2018 年 3 月 31 日：\d+ 项指标中 \d+ 项达到/)
    expect(said[0]).toMatch(/变化最大的是“.+”，完成率从 [\d.]+% 变为 [\d.]+%。/)
    const focused = await page.evaluate(() => document.activeElement?.tagName)
    expect(focused).toBe('SELECT')
  })

  it('of a plan is told once, with its name and the new state', async () => {
    await listen(page)
    await page.getByRole('navigation', { name: '方案' }).getByText('残保金').focus()
    await page.keyboard.press('Enter')
    const said = await told(page)
    expect(said).toHaveLength(1)
    expect(said[0]).toMatch(/^已显示全国，.*残保金.*：/)
  })

  it('of a column is told once, with its order', async () => {
    await listen(page)
    const table = page.getByRole('table', { name: /各省级单位位次/ })
    await table.getByRole('button', { name: '实际' }).press('Enter')
    const said = await told(page)
    const first = table.locator('tbody tr').first()
    const name = await first.locator('th').innerText()
    const value = await first.locator('.rank-actual').innerText()
    expect(said).toEqual([
      expect.stringMatching(
        new RegExp(`^已按实际升序排列，共 \\d+ 个单位，最前的是${name}：实际 ${value}，.*状态 `),
      ),
    ])
  })

  it('of a term opens its sentence, which stays until Escape', async () => {
    const term = page.getByRole('group', { name: '名词' }).first().getByRole('button').first()
    const words = page.locator('.term-words:popover-open')
    await term.press('Enter')
    await words.waitFor()
    await words.hover()
    expect(await words.innerText()).toContain(await term.innerText())
    await page.keyboard.press('Escape')
    await words.waitFor({ state: 'detached' })
  })
})
