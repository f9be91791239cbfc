import { readFile } from 'node:fs/promises'
import { readXlsx } from 'hucre'
import type { Download, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Client, signedIn } from '../support/product.ts'
import { progressRows } from '../support/progress-rows.ts'
import { openScene, type Scene } from '../support/scene.ts'
import { bulletWords, newPage, signIn, tabTo } from '../support/visit.ts'

const names = {
  A1: '城镇残疾人免费职业技能培训人数',
  A2: '城镇新增残疾人就业人数',
  A3: '中西部农村贫困残疾人实用技术培训人数',
  B3: '市辖区辅助性就业机构覆盖率',
  B4: '县（市、旗）辅助性就业机构覆盖率',
  C1: '应届残疾人大中专毕业生当年就业率',
}

const thousands = new Intl.NumberFormat('zh-CN')

describe('the overview', () => {
  let scene: Scene
  let client: Client
  let page: Page

  beforeAll(async () => {
    scene = await openScene()
    client = await signedIn(scene.server.url, 'leader')
    page = await newPage(scene.browser, scene.server.url)
    await signIn(page, 'leader')
  })

  afterAll(async () => {
    await scene.close()
  })

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

  it('says in words how many indicators are on pace', async () => {
    const rows = await progressRows(client, { level: 'self' })
    const good = rows.filter((row) => ['met', 'on_pace'].includes(row.status ?? '')).length
    const summary = page.getByRole('region', { name: '本页摘要' })
    await summary.getByText(`${rows.length} 项指标中 ${good} 项达到序时进度`).waitFor()
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
    const chart = page.getByRole('group', { name: /^下载.*(走势|趋势|变化)/ })
    const csv = await downloaded(() => chart.getByRole('button', { name: /^CSV/ }).click())
    expect(await readFile(await csv.path(), 'utf8')).toMatch(/^\ufeff季度,/)
    const png = await downloaded(() => chart.getByRole('button', { name: /^PNG/ }).click())
    const bytes = await readFile(await png.path())
    expect(bytes.subarray(1, 4).toString()).toBe('PNG')
    expect(bytes.length).toBeGreaterThan(5_000)
  })

  it('keeps the view in the address bar', async () => {
    await page.goto('/?plan=13-5&region=440000&indicator=B3&asOf=2017-12-31')
    await page.getByRole('heading', { level: 1, name: /^广东省/ }).waitFor()
    await page.getByText('2017 年 12 月 31 日').first().waitFor()
    await page.getByRole('heading', { name: /依据与口径：市辖区/ }).waitFor()
  })
})
