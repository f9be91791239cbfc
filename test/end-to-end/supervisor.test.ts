import { cp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { addDays, formatISO } from 'date-fns'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { axeViolations } from '../support/axe.ts'
import { openScene, type Scene } from '../support/scene.ts'
import { tabTo, visit } from '../support/visit.ts'
import { sampleWarehouse, temporaryFolder } from '../support/warehouses.ts'

const indicator = '城镇残疾人免费职业技能培训人数'
const hands = ['mouse', 'keyboard'] as const
/** By then the heading of a page has taken the focus back, where it does. */
const HEADING_FOCUSED = 600

let folder: string
let scene: Scene

beforeAll(async () => {
  folder = await temporaryFolder('supervisor')
  await cp(await sampleWarehouse(), join(folder, 'warehouse'), { recursive: true })
  scene = await openScene(join(folder, 'warehouse'))
})
afterAll(async () => {
  await scene.close()
  await rm(folder, { recursive: true })
})

type Hand = (typeof hands)[number]

async function press(page: Page, hand: Hand, role: 'link' | 'button', name: string): Promise<void> {
  if (hand === 'mouse') return page.getByRole(role, { name, exact: true }).first().click()
  await tabTo(page, role, name)
  await page.keyboard.press('Enter')
}

async function write(page: Page, hand: Hand, label: string, words: string): Promise<void> {
  const field = page.getByLabel(label, { exact: true }).first()
  await field.waitFor()
  if (hand === 'mouse') return field.fill(words)
  const isReached = () => field.evaluate((element) => element === document.activeElement)
  for (let presses = 0; presses < 200 && !(await isReached()); presses += 1)
    await page.keyboard.press('Tab')
  await page.keyboard.type(words)
}

/** Another day than the form offers, by mouse; that one by keyboard. As it is written on the page. */
async function chooseDay(page: Page, hand: Hand, label: string): Promise<string> {
  const field = page.getByLabel(label, { exact: true })
  const offered = await field.inputValue()
  const other = formatISO(addDays(offered, 5), { representation: 'date' })
  if (hand === 'mouse') await field.fill(other)
  const [year = '', month, day] = (await field.inputValue()).split('-').map(Number)
  return `${String(year)} 年 ${String(month)} 月 ${String(day)} 日`
}

/** Whether the form itself refuses what the server would: a day more than a year ahead. */
function tooLate(field: Locator): Promise<boolean> {
  return field.evaluate((input: HTMLInputElement) => {
    const late = input.cloneNode() as HTMLInputElement
    late.value = `${Number(input.min.slice(0, 4)) + 2}-01-01`
    return late.validity.rangeOverflow
  })
}

async function requireNoViolations(page: Page): Promise<void> {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    expect(await axeViolations(page)).toEqual([])
  }
}

describe.each(hands)('a supervisor, by %s alone', (hand) => {
  it('begins with what is open, and asks a county about a figure', () =>
    visit(scene, 'supervisor-440000', '/', async (page) => {
      await page.getByRole('heading', { level: 1, name: '督办' }).waitFor()
      await page.goto('/region?plan=13-5&region=440106')
      await press(page, hand, 'link', `督办：${indicator}`)
      await write(page, hand, '要求说明的问题', `请说明（${hand}）`)
      const due = await chooseDay(page, hand, '答复期限')
      if (hand === 'mouse') {
        await requireNoViolations(page)
        expect(await tooLate(page.getByLabel('答复期限'))).toBe(true)
      }
      await press(page, hand, 'button', '发出')
      const sent = page.getByRole('article').filter({ hasText: `请说明（${hand}）` })
      expect(await sent.innerText()).toMatch(new RegExp(`待答复[^]*答复期限：${due}`))
    }))

  it('is answered by the county, which sees nothing else', () =>
    visit(scene, 'respondent-440106', '/', async (page) => {
      await page.getByRole('heading', { level: 1, name: '督办' }).waitFor()
      expect(await page.getByRole('navigation').getByRole('link').allInnerTexts()).toEqual(['督办'])
      const asked = page.getByRole('article').filter({ hasText: `请说明（${hand}）` })
      await asked.waitFor()
      if (hand === 'mouse') await requireNoViolations(page)
      await write(page, hand, '说明', '已核对')
      await press(page, hand, 'button', '答复')
      await asked.getByText('已答复，待检验').waitFor()
    }))

  it('finds the last county of the matrix and opens it, its siblings beside it', () =>
    visit(scene, 'supervisor-440000', '/region?plan=13-5', async (page) => {
      await press(page, hand, 'link', '各县')
      const grid = page.getByRole('grid', { name: /广东省各县/ })
      await grid.waitFor()
      if (hand === 'mouse') {
        await requireNoViolations(page)
        await grid.evaluate((element) => element.scrollTo(0, element.scrollHeight))
        await grid.getByRole('link').last().click()
      } else {
        const first = grid.getByRole('link').first()
        while (!(await first.evaluate((element) => element === document.activeElement)))
          await page.keyboard.press('Tab')
        await page.keyboard.press('Control+End')
        await page.keyboard.press('Home')
        await page.keyboard.press('Enter')
      }
      await page
        .getByRole('grid', { name: /已标出/ })
        .locator('[aria-current=true]')
        .waitFor()
      await page.goBack()
      await grid.waitFor()
    }))

  it('is back at the part of the page that it came from, also when it is opened anew', () =>
    visit(scene, 'supervisor-440000', '/region?plan=13-5', async (page) => {
      await press(page, hand, 'link', '缺口最大的县')
      const part = page.locator('#part-top')
      const requireInView = async () => {
        await part.getByRole('link').first().waitFor()
        await page.waitForLoadState('networkidle')
        await page.waitForFunction(() => document.activeElement?.id === 'part-top')
        await page.waitForTimeout(HEADING_FOCUSED)
        const top = await part.evaluate((element) => element.getBoundingClientRect().top)
        expect(top).toBeGreaterThanOrEqual(0)
        expect(top).toBeLessThan(900)
        expect(await page.evaluate(() => document.activeElement?.id)).toBe('part-top')
      }
      await part.getByRole('link').first().press('Enter')
      await part.waitFor({ state: 'detached' })
      await page.goBack()
      await requireInView()
      await page.reload()
      await requireInView()
    }))

  it('sets prefectures side by side', () =>
    visit(scene, 'supervisor-440000', '/compare?plan=13-5&regions=440100,440300', async (page) => {
      const table = page.getByRole('table', { name: /广州市，深圳市/ })
      await table.waitFor()
      if (hand === 'mouse') await requireNoViolations(page)
      await press(page, hand, 'link', '不再对比深圳市')
      await table.waitFor({ state: 'detached' })
      expect(await page.getByRole('columnheader').allInnerTexts()).toEqual(['指标', '广州市'])
    }))
})
