import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Client, signedIn } from '../support/product.ts'
import { progressRows } from '../support/progress-rows.ts'
import type { Scene } from '../support/scene.ts'
import { newPage } from '../support/visit.ts'
import { heardOn } from './heard.ts'
import { open, openPages, PAGES, settle } from './pages.ts'

let scene: Scene
let page: Page
let client: Client

beforeAll(async () => {
  scene = await openPages()
  client = await signedIn(scene.server.url, 'leader')
  page = await newPage(scene.browser, scene.server.url)
  await open(page, PAGES[0]!)
  await page.locator('.chart canvas').waitFor()
})

interface SeriesAnswer {
  rows: { quarter: string; actual: number | null }[]
}

const thousands = new Intl.NumberFormat('zh-CN')

/** 1.1.1, 2.1.1; checklist A11, A12, A15. */
describe('the chart of a series', () => {
  it('has a name, the role 图表, and a sentence with its extremes and what is missing', async () => {
    const nodes = await heardOn(page)
    const charts = nodes.filter(({ role, name }) => role === 'slider' && name !== '音量')
    expect(charts.length).toBeGreaterThan(0)
    for (const { name } of charts) expect(name).toMatch(/走势，按左右方向键逐季阅读/)
    const roles = await page
      .locator('.chart')
      .evaluateAll((all) => all.map((each) => each.getAttribute('aria-roledescription')))
    expect(roles).toEqual(charts.map(() => '图表'))
    const sentence = await page.getByRole('region', { name: /按季走势/ }).innerText()
    expect(sentence).toMatch(/最高 .+（\d{4} 年第 \d 季度），最低/)
    expect(sentence).toMatch(/没有缺报的季度|缺 \d+ 个季度/)
  })

  it('is walked by arrows through every quarter, each told with its value', async () => {
    const { body } = await client('/api/series?plan=13-5&indicator=A1&region=000000')
    const { rows } = body as SeriesAnswer
    const readout = page.locator('.chart-readout').first()
    await page.locator('.chart').first().focus()
    await page.keyboard.press('Home')
    for (const { quarter, actual } of rows) {
      const [year = '', number = ''] = quarter.split('Q')
      const words = await readout.innerText()
      expect(words).toContain(`${year} 年第 ${number} 季度`)
      if (actual !== null) expect(words).toContain(`实际 ${thousands.format(actual)} 人`)
      await page.keyboard.press('ArrowRight')
    }
    await page.keyboard.press('End')
    expect(await readout.innerText()).toContain(rows.at(-1)!.quarter.slice(0, 4))
    await page.keyboard.press('Escape')
    expect(await readout.innerText()).toContain('方向键')
  })

  it('tells each line alone by up and down, to the ear as to the eye', async () => {
    const chart = page.locator('.chart').first()
    const said = async () => (await chart.getAttribute('aria-valuetext')) ?? ''
    await chart.focus()
    await page.keyboard.press('Home')
    const whole = await said()
    const lines: string[] = []
    for (let line = 0; line < 3; line += 1) {
      await page.keyboard.press('ArrowDown')
      lines.push(await said())
    }
    expect(lines.map((words) => words.slice(0, 2))).toEqual(['实际', '序时', '目标'])
    for (const line of lines) expect(line).toContain('2016 年第 1 季度')
    await page.keyboard.press('ArrowRight')
    expect(await said()).toMatch(/^目标.*2016 年第 2 季度$/)
    expect(await page.locator('.chart-readout').first().innerText()).toBe(await said())
    for (let line = 0; line < 3; line += 1) await page.keyboard.press('ArrowUp')
    await page.keyboard.press('Home')
    expect(await said()).toBe(whole)
  })
})

/** 1.4.2; checklist A29. */
describe('the sound of a series', () => {
  it('is played only when asked, with speed, volume and words, and stops when told', async () => {
    const running = () =>
      page.evaluate(() => (globalThis as unknown as { contexts: unknown[] }).contexts.length)
    await page.evaluate(() => {
      const contexts: AudioContext[] = []
      const Plain = AudioContext
      Object.assign(globalThis, {
        contexts,
        AudioContext: class extends Plain {
          constructor() {
            super()
            contexts.push(this)
          }
        },
      })
    })
    for (const name of ['走势', '位次']) {
      const panel = page.locator(`.sound-panel[aria-label*="${name}"]`)
      const box = page.locator('details.sound').filter({ has: panel })
      const before = await running()
      await box.locator('summary').press('Enter')
      expect(await running()).toBe(before)
      await panel.getByRole('combobox', { name: '速度' }).waitFor()
      expect(
        await panel.getByRole('slider', { name: '音量' }).getAttribute('aria-valuetext'),
      ).toMatch(/%/)
      await panel.getByRole('button', { name: '播放' }).press('Enter')
      expect(await running()).toBe(before + 1)
      await panel.getByRole('button', { name: '停止' }).press('Enter')
      await panel.getByRole('button', { name: '播放' }).waitFor()
      expect(await panel.innerText()).toMatch(/音高|播放/)
    }
  })
})

describe('the map', () => {
  it('is walked by arrows to all 32 units, each told with value, place, share and status', async () => {
    const rows = await progressRows(client, { level: 'province', indicator: 'A1' })
    const tiles = page.getByRole('list', { name: /^各省级单位/ })
    await tiles.locator('a[tabindex="0"]').focus()
    const heard = new Map<string, string>()
    const here = () =>
      page.evaluate(() => {
        const tile = document.activeElement as HTMLElement
        return { code: tile.dataset.code ?? '', words: tile.textContent }
      })
    const go = (code: string) =>
      page.evaluate(
        (wanted) => document.querySelector<HTMLElement>(`[data-code="${wanted}"]`)?.focus(),
        code,
      )
    const walk = async (): Promise<void> => {
      const { code, words } = await here()
      if (heard.has(code)) return
      heard.set(code, words)
      for (const key of ['ArrowRight', 'ArrowDown', 'ArrowLeft', 'ArrowUp']) {
        await page.keyboard.press(key)
        await walk()
        await go(code)
      }
    }
    await walk()
    expect(heard.size).toBe(32)
    for (const { region, regionName, actual, share } of rows) {
      const words = heard.get(region) ?? ''
      expect(words).toContain(regionName)
      expect(words).toContain(actual === null ? '未报送' : `${thousands.format(actual)} 人`)
      expect(words).toMatch(/第 \d+( 至 \d+)? 位（共 32）/)
      if (share !== null) expect(words).toContain(`占各地合计的 ${(share * 100).toFixed(2)}%`)
      expect(words).toMatch(/状态 /)
    }
  })

  it('is not the only way: the same units stand in a table that can be sorted', async () => {
    const table = page.getByRole('table', { name: /各省级单位位次/ })
    expect(await table.getByRole('rowheader').count()).toBe(32)
    await table.getByRole('button', { name: '实际' }).focus()
    await page.keyboard.press('Enter')
    expect(await table.locator('th[aria-sort=ascending]').innerText()).toBe('实际')
  })
})

/** Checklist A08: what the page is made of, the filters in force, and the numbers are those of the interface. */
describe('the summary', () => {
  it('tells what the page is made of, in the order of its headings', async () => {
    const words = await page.getByRole('region', { name: '本页摘要' }).textContent()
    const parts = ['各项指标的进展', '各地进展', '比上季末的变化', '按季走势', '位次', '依据与口径']
    expect(words).toMatch(new RegExp(parts.join('.*')))
    const headings = (await page.locator('main h2').allInnerTexts()).join()
    expect(headings).toMatch(/指标进展.*各地进展.*比上季末的变化.*按季走势.*位次.*依据与口径/s)
    expect(words).toContain('没有筛选。')
  })

  it('names the counts that the interface gives', async () => {
    const { body } = await client('/api/progress?plan=13-5&region=000000&level=self')
    const { statusCounts } = body as { statusCounts: Record<string, number> }
    const words = await page.getByRole('region', { name: '本页摘要' }).innerText()
    const of = (status: string) => statusCounts[status] ?? 0
    expect(words).toContain(`${of('met') + of('on_pace')} 项达到序时进度`)
    for (const [status, name] of [
      ['watch', '需要关注'],
      ['behind', '滞后'],
      ['overdue', '逾期'],
    ] as const) {
      if (of(status) > 0) expect(words).toContain(`${of(status)} 项${name}`)
    }
  })
})

/** Checklist A10: what a press in a chart narrows can be had from labelled links too, and is taken away by a chip. */
describe('a press in a chart', () => {
  const filters = () => page.getByRole('group', { name: '生效的筛选' }).first()
  const looked = (key: string) => new URL(page.url()).searchParams.get(key)
  const leads = (within: string, key: string) =>
    page
      .locator(`${within} a`)
      .evaluateAll(
        (all, name) =>
          all.map((one) => new URL((one as HTMLAnchorElement).href).searchParams.get(name)),
        key,
      )

  it('of the map leads nowhere that the table of the units does not', async () => {
    expect(await filters().innerText()).toBe('没有筛选。')
    const pressed = await leads('.tiles', 'region')
    expect(pressed).toHaveLength(32)
    expect(pressed.sort()).toEqual((await leads('.ranking tbody', 'region')).sort())
  })

  it.each([
    ['the map', '.tiles [data-code="510000"]', '地区：四川省', 'region', '000000'],
    [
      'the list of indicators',
      '.bullet-row:nth-child(3) .bullet-name',
      /^指标：/,
      'indicator',
      null,
    ],
  ])('of %s is a chip, and the chip takes it away', async (_, mark, words, key, home) => {
    await page.locator(mark).first().press('Enter')
    const chip = filters().getByRole('link', { name: /^取消筛选/ })
    await chip.filter({ hasText: words }).waitFor()
    await settle(page)
    await chip.filter({ hasText: words }).press('Enter')
    await filters().getByText('没有筛选。').waitFor()
    if (home === null) {
      const [first] = await leads('.bullet-grid', key)
      expect([first, null]).toContain(looked(key))
    } else expect(looked(key)).toBe(home)
  })

  it('of the matrix is two chips, region and indicator, each also a link or a list of its own', async () => {
    await page.goto('/region?plan=13-5&region=440000')
    await settle(page)
    const names = await page.locator('.matrix [role=rowheader]').allInnerTexts()
    const options = await page.getByRole('combobox', { name: '指标', exact: true }).innerText()
    expect(await page.locator('.matrix [role=rowheader] a').count()).toBe(names.length)
    await page.locator('.matrix [data-at="0-2"]').press('Enter')
    const chips = filters().getByRole('link', { name: /^取消筛选/ })
    await chips.filter({ hasText: `地区：${names[0]}` }).waitFor()
    const indicator = chips.filter({ hasText: '指标：' })
    const [, name = ''] = /指标：(.+)/.exec(await indicator.innerText()) ?? []
    expect(options.split('\n')).toContain(name.trim())
    await filters().getByRole('link', { name: '取消全部筛选' }).press('Enter')
    await filters().getByText('没有筛选。').waitFor()
  })
})
