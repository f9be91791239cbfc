import { readFile } from 'node:fs/promises'
import { readXlsx } from 'hucre'
import type { Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, signedIn } from '../support/product.ts'
import { progressRows } from '../support/progress-rows.ts'
import { sampleScene, type Scene } from '../support/scene.ts'
import { bulletWords, newPage, resize, signIn, tabTo } from '../support/visit.ts'

const names = {
  A1: '城镇残疾人免费职业技能培训人数',
  A2: '城镇新增残疾人就业人数',
  A3: '中西部农村贫困残疾人实用技术培训人数',
  B3: '市辖区辅助性就业机构覆盖率',
  B4: '县（市、旗）辅助性就业机构覆盖率',
  C1: '应届残疾人大中专毕业生当年就业率',
}

interface Bridge {
  from: { actual: number }
  to: { actual: number }
  lines: { regionName: string; actual: number }[]
}

interface Counted {
  quarter: string
  due: number
  received: number
  partly_refused: number
}

interface Reporting {
  code: string
  name: string
  quarters: { quarter: string; state: string }[]
}

const thousands = new Intl.NumberFormat('zh-CN')

describe('the overview', () => {
  let scene: Scene
  let client: Client
  let page: Page

  beforeAll(async () => {
    scene = await sampleScene()
    client = await signedIn(scene.server.url, 'leader')
    page = await newPage(scene.browser, scene.server.url)
    await signIn(page, 'leader')
  })

  afterAll(() => page.context().close())

  it('opens on the nation, marked as a demonstration', async () => {
    await page.getByRole('heading', { level: 1, name: /^全国/ }).waitFor()
    expect(await page.getByText('演示数据', { exact: false }).first().isVisible()).toBe(true)
  })

  it.each(Object.entries(names))(
    'shows the figures of the interface for %s',
    async (code, name) => {
      const [row] = await progressRows(client, { level: 'self', indicator: code })
      const words = await bulletWords(page, name)
      const isRate = row!.denominator !== null
      expect(words).toContain(thousands.format(row!.numerator!))
      expect(words).toContain(thousands.format(isRate ? row!.denominator! : row!.target!))
    },
  )

  it('names every plan in one line above the figures', async () => {
    const plans = page.locator('.plans a')
    await plans.first().waitFor()
    expect(await plans.count()).toBe(3)
    const tops = await plans.evaluateAll((all) =>
      all.map((each) => each.getBoundingClientRect().top),
    )
    expect(new Set(tops).size).toBe(1)
  })

  it('says in words how many indicators are on pace', async () => {
    const rows = await progressRows(client, { level: 'self' })
    const good = rows.filter((row) => ['met', 'on_pace'].includes(row.status ?? '')).length
    const summary = page.getByRole('region', { name: '本页摘要' })
    await summary.getByText(`${rows.length} 项指标中 ${good} 项达到序时进度`).waitFor()
  })

  it('says in its head whether everybody has reported, and leads to who has not', async () => {
    const { body } = await client('/api/submissions')
    const { counts } = body as { counts: Counted[] }
    const now = counts.find(({ quarter }) => quarter === '2018Q2')!
    const words = `${now.due} 个填报单位中 ${now.received + now.partly_refused} 个已报`
    const head = page.getByRole('definition').filter({ hasText: words })
    await head.waitFor()
    const term = now.received === now.due ? '报送' : '数据不全'
    expect(await page.getByRole('term').filter({ hasText: term }).count()).toBe(1)
    await head.getByRole('link').click()
    await page.getByRole('heading', { level: 1, name: '数据报送' }).waitFor()
    await page.goBack()
    await page.getByRole('heading', { level: 1, name: /^全国/ }).waitFor()
  })

  it('says of a province whether that one has reported, not whether all have', async () => {
    const { body } = await client('/api/submissions')
    const { units } = body as { units: Reporting[] }
    const stateOf = ({ quarters }: Reporting) =>
      quarters.find((one) => one.quarter === '2018Q2')?.state
    const cases = [
      { unit: units.find((one) => stateOf(one) === 'received')!, term: '报送', state: '已报' },
      { unit: units.find((one) => stateOf(one) === 'missing')!, term: '数据不全', state: '缺报' },
    ]
    for (const { unit, term, state } of cases) {
      await page.goto(`/?region=${unit.code}`)
      const words = `2018 年第 2 季度：${unit.name}${state}。`
      await page.getByRole('definition').filter({ hasText: words }).waitFor()
      expect(await page.getByRole('term').filter({ hasText: term }).count()).toBe(1)
    }
    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: /^全国/ }).waitFor()
  })

  it.each(['000000', '440000'])('draws every line of %s within the list', async (region) => {
    await page.goto(`/?region=${region}`)
    const rows = page.locator('.bullet-row')
    await rows.first().waitFor()
    for (const width of [1440, 1400, 1360, 1320, 1290]) {
      await resize(page, width, 900)
      const beyond = await rows.evaluateAll((all) =>
        all
          .filter((row) => {
            const list = row.closest('.bullet-grid')?.getBoundingClientRect()
            return row.getBoundingClientRect().right > (list?.right ?? 0) + 2
          })
          .map((row) => row.querySelector('.bullet-name')?.textContent),
      )
      expect(beyond, String(width)).toEqual([])
    }
    await resize(page, 1440, 900)
    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: /^全国/ }).waitFor()
  })

  it.each(['leader', 'evaluator'] as const)(
    'names all pages to the %s in one row',
    async (user) => {
      const own = await newPage(scene.browser, scene.server.url)
      await resize(own, 1440, 900)
      await signIn(own, user)
      const links = own.locator('.navigation a')
      await links.first().waitFor()
      const tops = await links.evaluateAll((all) => all.map((a) => a.getBoundingClientRect().top))
      expect(new Set(tops).size).toBe(1)
      await own.close()
    },
  )

  /** Where more units are late, a second line names them: it has its place in the 900. */
  const LATE_LINE = 20

  it.each(['13-5', 'levy-2020'])('shows all of %s on one screen of 1440 by 900', async (plan) => {
    await resize(page, 1440, 900 - LATE_LINE)
    await page.goto(`/?plan=${plan}`)
    await page.locator('.sparkline polyline').first().waitFor()
    await page.getByRole('region', { name: '数据滞后' }).waitFor()
    await page.locator('.tile').last().waitFor()
    const below = await page
      .locator('h1, .facts, .plans a, .summary, .late, .bullet-row, .detail, .tile')
      .evaluateAll((all) =>
        all
          .filter((each) => each.getBoundingClientRect().bottom > innerHeight)
          .map((each) => each.textContent.slice(0, 20)),
      )
    expect(below).toEqual([])
    expect(await page.locator('.bullet-row').count()).toBe(plan === '13-5' ? 28 : 14)
    await page.goto('/')
    await page.getByRole('heading', { level: 1, name: /^全国/ }).waitFor()
  })

  it('ranks the 32 units with the figures of the interface', async () => {
    const rows = await progressRows(client, { level: 'province', indicator: 'A1' })
    const table = page.getByRole('table', { name: /各省级单位位次/ })
    for (const { regionName, actual } of rows) {
      const row = table.getByRole('row').filter({
        has: page.getByRole('rowheader', { name: regionName, exact: true }),
      })
      const words = await row.innerText()
      expect(words).toContain(actual === null ? '未报送' : `${thousands.format(actual)} 人`)
    }
    expect(rows).toHaveLength(32)
  })

  async function downloaded(press: () => Promise<void>): Promise<Download> {
    const coming = page.waitForEvent('download')
    await press()
    return coming
  }

  it('gives the table as a workbook with the figures of the interface, by keyboard alone', async () => {
    const rows = await progressRows(client, { level: 'province', indicator: 'A1' })
    await tabTo(page, 'button', 'XLSX：各省级单位位次')
    const file = await downloaded(() => page.keyboard.press('Enter'))
    const book = await readXlsx(await readFile(await file.path()))
    const [table, notes] = book.sheets
    const actuals = new Map(table!.rows.slice(2).map((row) => [row[1], row[5]]))
    for (const { region, actual } of rows) expect(actuals.get(region)).toBe(actual ?? '未报送')
    expect(rows).toHaveLength(32)
    expect(notes!.rows.map(([item]) => item)).toContain('数据截止')
    await page.getByText(`已生成 ${file.suggestedFilename()}`).waitFor()
  })

  it('gives the chart as a picture and its table as CSV', async () => {
    const chart = page.getByRole('group', { name: /^下载.*走势/ })
    const csv = await downloaded(() => chart.getByRole('button', { name: /^CSV/ }).click())
    expect(await readFile(await csv.path(), 'utf8')).toMatch(/^\ufeff季度,/)
    const png = await downloaded(() => chart.getByRole('button', { name: /^PNG/ }).click())
    const bytes = await readFile(await png.path())
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.length).toBeGreaterThan(5_000)
  })

  it('shows what changed since the last quarter, line by line, as the interface says', async () => {
    const path = '/api/bridge?plan=13-5&indicator=A1&from=2018-03-31&to=2018-06-30'
    const { body } = await client(path)
    const { from, to, lines } = body as Bridge
    const table = page.getByRole('table', { name: /比上季末的变化/ })
    const words = (await table.innerText()).replaceAll(/\s+/g, ' ')
    expect(words).toContain(`2018 年 3 月 31 日 ${thousands.format(from.actual)} 人`)
    expect(words).toContain(`2018 年 6 月 30 日 ${thousands.format(to.actual)} 人`)
    const moved = lines.filter(({ actual }) => actual !== 0)
    for (const { regionName, actual } of moved)
      expect(words).toContain(`${regionName} ${actual > 0 ? '+' : ''}${thousands.format(actual)}`)
    expect(moved.reduce((sum, { actual }) => sum + actual, from.actual)).toBe(to.actual)
  })

  it('prints on one A4 page', async () => {
    const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
    expect(paper.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
  })

  it('draws every line with its target on the marker and its last two years', async () => {
    const row = page.locator('.bullet-row').filter({ hasText: names.A1 })
    const [own] = await progressRows(client, { level: 'self', indicator: 'A1' })
    const label = row.locator('svg .bullet-label')
    expect(await label.textContent()).toBe(thousands.format(own!.target!))
    await row.locator('.sparkline polyline').waitFor()
    expect(await row.locator('.bullet-target, .bullet-expected').count()).toBe(2)
  })

  /** Arrow keys to the option of that name, then Enter. */
  async function chooseOption(name: RegExp): Promise<void> {
    const option = page.getByRole('option', { name }).first()
    await option.waitFor()
    for (let presses = 0; presses < 20; presses += 1) {
      if ((await option.getAttribute('data-focused')) === 'true') break
      await page.keyboard.press('ArrowDown')
    }
    await page.keyboard.press('Enter')
  }

  it('finds a region by pinyin and an indicator by initials, by keyboard alone', async () => {
    await page.keyboard.press('/')
    const dialog = page.getByRole('dialog', { name: '搜索地区和指标' })
    await dialog.waitFor()
    await page.keyboard.type('guangdong')
    await chooseOption(/^广东省/)
    await page.getByRole('heading', { level: 1, name: /^广东省/ }).waitFor()
    await page.keyboard.press('Control+k')
    await dialog.waitFor()
    await page.keyboard.type('B3')
    await chooseOption(new RegExp(`^${names.B3}`))
    await page.getByRole('heading', { name: `依据与口径：${names.B3}` }).waitFor()
    expect(await page.getByRole('heading', { level: 1 }).innerText()).toContain('广东省')
  })

  it('keeps the view in the address bar', async () => {
    await page.goto('/?plan=13-5&region=440000&indicator=B3&asOf=2017-12-31')
    await page.getByRole('heading', { level: 1, name: /^广东省/ }).waitFor()
    await page.getByText('2017 年 12 月 31 日').first().waitFor()
    await page.getByRole('heading', { name: /依据与口径：市辖区/ }).waitFor()
  })
})
