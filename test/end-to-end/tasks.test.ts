import { readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { countEffort, effortOn, keyboard, mouse, type Hands } from '../support/hands.ts'
import type { User } from '../support/product.ts'
import { sampleScene, type Scene } from '../support/scene.ts'
import { newPage, signIn } from '../support/visit.ts'

type Task = (page: Page, hands: Hands) => Promise<void>

const link = (page: Page, name: string) => page.getByRole('link', { name, exact: true }).first()
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).first()
const title = (page: Page, name: string | RegExp) =>
  page.getByRole('heading', { level: 1, name }).waitFor()

async function search(page: Page, hands: Hands): Promise<void> {
  const isByMouse = hands === mouse
  if (isByMouse) await hands.press(button(page, '搜索'))
  else await pressKey(page, 'Control+k')
  await page.getByRole('dialog', { name: '搜索地区和指标' }).waitFor()
  await page.keyboard.type('sichuan')
  countEffort(page)
  const found = page.getByRole('option', { name: '四川省', exact: true })
  await found.waitFor()
  if (isByMouse) return hands.press(found)
  for (let at = 0; at < 20 && (await found.getAttribute('data-focused')) !== 'true'; at += 1)
    await pressKey(page, 'ArrowDown')
  await pressKey(page, 'Enter')
}

async function pressKey(page: Page, key: string): Promise<void> {
  countEffort(page)
  await page.keyboard.press(key)
}

/** By the browser's own button, or Alt and the arrow. */
async function goBack(page: Page): Promise<void> {
  countEffort(page)
  await page.goBack()
}

/** Each as docs/tasks.md numbers it. */
const leader: Record<number, Task> = {
  1: async (page, hands) => {
    await page.goto('/')
    const summary = page.getByRole('region', { name: '本页摘要' })
    const places = summary.locator('a:not([href*="region=000000"])')
    const place = await places.first().innerText()
    await hands.press(link(page, place))
    await title(page, place)
  },
  2: async (page, hands) => {
    await page.goto('/')
    const rows = page.locator('.bullet-row')
    await rows.first().waitFor()
    const all = await rows.count()
    const chips = page.getByRole('group', { name: '按状态筛选指标' })
    await hands.press(chips.getByRole('button', { name: /^滞后/ }))
    await page.waitForURL(/status=behind/)
    await expect.poll(() => rows.count(), { timeout: 60_000 }).toBeLessThan(all)
    await goBack(page)
    await page.waitForFunction(
      (count) => document.querySelectorAll('.bullet-row').length === count,
      all,
    )
  },
  3: async (page, hands) => {
    await page.goto('/')
    await title(page, /^全国/)
    await search(page, hands)
    await title(page, '四川省')
  },
  4: async (page, hands) => {
    await page.goto('/')
    const coming = page.waitForEvent('download')
    await hands.press(button(page, 'XLSX：各省级单位位次'))
    expect((await coming).suggestedFilename()).toMatch(/\.xlsx$/)
  },
  5: async (page, hands) => {
    await page.goto('/')
    await hands.choose(page.getByRole('combobox', { name: '截止季度' }), '2018 年第 1 季度')
    await page.waitForURL(/asOf=2018-03-31/)
    await hands.press(link(page, '取消筛选：截止：2018 年 3 月 31 日'))
    await page.waitForURL((url) => !url.searchParams.has('asOf'))
  },
  6: async (page, hands) => {
    await page.goto('/')
    const table = page.getByRole('table', { name: /各省级单位位次/ })
    await hands.press(table.getByRole('button', { name: '实际' }))
    await table.locator('th[aria-sort=ascending]').filter({ hasText: '实际' }).waitFor()
  },
  7: async (page, hands) => {
    await page.goto('/')
    await hands.press(button(page, '序时进度'))
    await page.locator('.term-words:popover-open').waitFor()
  },
  8: async (page, hands) => {
    await page.goto('/')
    await hands.press(button(page, '退出登录'))
    await title(page, '登录')
  },
}

const supervisor: Record<number, Task> = {
  9: async (page, hands) => {
    await page.goto('/region?plan=13-5&region=440000')
    const top = page.getByRole('table', { name: /缺口最大的县/ }).getByRole('link')
    await top.first().waitFor()
    const county = await top.first().innerText()
    await hands.press(top.first())
    await title(page, county)
  },
  10: async (page, hands) => {
    await page.goto('/region?plan=13-5&region=440000&by=sex')
    await hands.press(link(page, '女'))
    await page
      .locator('main')
      .getByText(/城镇残疾人免费职业技能培训人数（性别：女）：[\d,]+ 人。/)
      .waitFor()
    await hands.press(link(page, '取消筛选：性别：女'))
    await page
      .locator('main')
      .getByText(/（全部人员）：[\d,]+ 人。/)
      .waitFor()
    await goBack(page)
    await page
      .locator('main')
      .getByText(/（性别：女）/)
      .waitFor()
  },
  11: async (page, hands) => {
    await page.goto('/services')
    const sentence = page.getByText(/比例最低的是/).first()
    await sentence.waitFor()
    const said = /比例最低的是(.+?)（(.+?)）/.exec(await sentence.innerText())
    const [, who = '', share = ''] = said ?? []
    const having = page.getByRole('row').filter({ hasText: share }).getByRole('link').first()
    const isCounted = who.endsWith('个地区')
    const [least = ''] = isCounted ? [await having.innerText()] : who.split(/[、和]/)
    await hands.press(link(page, least))
    await title(page, `${least}：服务`)
  },
  12: async (page, hands) => {
    await page.goto('/compare?plan=13-5&regions=440100')
    await hands.choose(page.getByLabel('加入地区（最多四个）'), '深圳市')
    await hands.press(button(page, '加入'))
    await page.getByRole('table', { name: /广州市，深圳市/ }).waitFor()
  },
}

const written = new Map(
  [...readFileSync('docs/tasks.md', 'utf8').matchAll(/^(\d+)\. (.+?。)/gm)].map(([, at, words]) => [
    Number(at),
    words ?? '',
  ]),
)

let scene: Scene

beforeAll(async () => {
  scene = await sampleScene()
})

it('does every task that is written down', () => {
  const done = [...Object.keys(leader), ...Object.keys(supervisor)].map(Number)
  expect([...written.keys()]).toEqual(done)
})

const people: [User, Record<number, Task>][] = [
  ['leader', leader],
  ['supervisor-440000', supervisor],
]

const efforts = { mouse: new Map<number, number>(), keyboard: new Map<number, number>() }

/** 2.1.1, 2.5.1, 2.5.7; checklist A02: keys alone suffice, and so do presses without a drag or a gesture. */
describe.each(people)('the %s', (user, tasks) => {
  describe.each(Object.entries({ mouse, keyboard }))('by %s alone', (_, hands) => {
    let page: Page
    beforeAll(async () => {
      page = await newPage(scene.browser, scene.server.url)
      await signIn(page, user)
    })
    afterAll(() => page.context().close())

    it.each(Object.keys(tasks).map(Number))('does task %i', async (at) => {
      const before = effortOn(page)
      await tasks[at]?.(page, hands)
      efforts[hands === mouse ? 'mouse' : 'keyboard'].set(at, effortOn(page) - before)
    })
  })
})

/** Checklist A02: twelve tasks, and by half of them three keys or fewer for each action of the mouse. */
it('needs no more than three keys for an action of the mouse in the median', () => {
  const ratios = [...efforts.mouse].map(
    ([at, actions]) => (efforts.keyboard.get(at) ?? Infinity) / actions,
  )
  const told = [...efforts.mouse].map(
    ([at, actions]) => `${at}: ${efforts.keyboard.get(at)}/${actions}`,
  )
  expect(ratios, told.join(', ')).toHaveLength(12)
  const middle = ratios.sort((a, b) => a - b).slice(5, 7)
  expect((middle[0]! + middle[1]!) / 2, told.join(', ')).toBeLessThanOrEqual(3)
})
