import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { openDesk, wrongTraining, type Desk } from '../server/inquiries/desk.ts'
import { axeViolations } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { webBundle } from '../support/bundle.ts'
import { keyboard, mouse, type Hands } from '../support/hands.ts'
import type { User } from '../support/product.ts'
import { newPage, signIn } from '../support/visit.ts'

/** The tasks of docs/evaluator-tasks.md, each by mouse and by keyboard alone. */

const FILE = '2018Q2/440000/training.csv'
const INDICATOR = '城镇残疾人免费职业技能培训人数'

let desk: Desk
let browser: Browser
/** The locked report of the nation, made by mouse, as it read when it was locked. */
let locked = { address: '', words: '', snapshot: '', sha: '' }

beforeAll(async () => {
  vi.stubEnv('PSEUDONYM_KEY', 'only for tests '.repeat(3))
  vi.stubEnv('KEEP_SNAPSHOTS', '1')
  desk = await openDesk({ webRoot: await webBundle(), more: [wrongTraining] })
  browser = await openBrowser()
})
afterAll(async () => {
  await browser.close()
  await desk.stop()
  await rm(desk.folder, { recursive: true })
  vi.unstubAllEnvs()
})

async function as(user: string, address: string, work: (page: Page) => Promise<void>) {
  const page = await newPage(browser, desk.url())
  await signIn(page, user as User, address)
  await work(page)
  await page.context().close()
}

function button(page: Page, name: string) {
  return page.getByRole('button', { name, exact: true })
}

async function hashOf(file: string): Promise<string> {
  const bytes = await readFile(join(desk.folder, 'inbox', file))
  return createHash('sha256').update(bytes).digest('hex')
}

async function currentSnapshot(): Promise<string> {
  return String((await desk.ask('evaluator', '/api/snapshots')).body['current'])
}

const both: [string, Hands][] = [
  ['mouse', mouse],
  ['keyboard', keyboard],
]

describe.each(both)('by %s', (name, hands) => {
  const region = name === 'mouse' ? '全国' : '广东省'

  it('a mid-term report is made, written, reviewed by another, approved and locked', async () => {
    let address = ''
    await as('evaluator', '/reports', async (page) => {
      if (region !== '全国')
        await hands.choose(page.getByRole('combobox', { name: /报告的地区/ }), region)
      expect(await page.getByLabel('截止日').inputValue()).toBe('2018-06-30')
      await hands.press(button(page, '生成报告'))
      await page.getByRole('heading', { name: '状态：草稿' }).waitFor()
      address = new URL(page.url()).pathname
      await hands.write(page.getByLabel('存在的问题'), '培训进度慢。')
      await hands.press(button(page, '保存文字'))
      await page.getByRole('article').getByText('培训进度慢。').waitFor()
      await page.getByText('已保存。').waitFor()
      await hands.write(page.getByLabel('工作建议'), '逐项督办。')
      await page.getByText(/有未保存的文字/).waitFor()
      await hands.press(button(page, '送审'))
      const state = page.getByRole('heading', { name: '状态：审核中' })
      await state.waitFor()
      await page.getByRole('article').getByText('逐项督办。').waitFor()
      expect(await state.evaluate((one) => one === document.activeElement)).toBe(true)
      await page.getByText(/等待另一名评估人员/).waitFor()
      expect(await button(page, '审核通过').count()).toBe(0)
      if (name === 'mouse') expect(await axeViolations(page)).toEqual([])
    })
    await as('reviewer', address, async (page) => {
      await hands.press(button(page, '审核通过'))
      await hands.press(button(page, '锁定'))
      await hands.press(button(page, '暂不'))
      await hands.press(button(page, '锁定'))
      await hands.press(button(page, '确认锁定'))
      await page.getByRole('heading', { name: '状态：已锁定' }).waitFor()
      expect(await page.getByLabel('存在的问题').count()).toBe(0)
      if (name !== 'mouse') return
      const paper = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
      expect(paper.match(/\/Type\s*\/Page\b/g)?.length).toBeGreaterThan(5)
      // By which a reader of the PDF knows the characters that are drawn.
      expect(paper).toContain('/ToUnicode')
      const words = await page.getByRole('article').innerText()
      locked = { address, words, snapshot: await currentSnapshot(), sha: await hashOf(FILE) }
    })
  })

  it('a figure is traced to its file, the file to its hash, and to what was quarantined', async () => {
    await as('evaluator', '/?region=440000&indicator=A1', async (page) => {
      await hands.press(page.getByRole('link', { name: '查证据链' }))
      await page.getByRole('heading', { level: 1, name: '广东省：证据链' }).waitFor()
      const counts = page.getByRole('region', { name: /^数字由哪些数合成/ }).first()
      await counts.getByText(`${INDICATOR}：2 人。`).waitFor()
      const files = page.getByRole('region', { name: '来自哪些文件', exact: true })
      const row = files.getByRole('row').filter({ hasText: FILE })
      expect(await row.innerText()).toContain(await hashOf(FILE))
      const quarantine = page.getByRole('region', { name: '没有计入的记录', exact: true })
      expect(await quarantine.getByRole('row').filter({ hasText: '培训记录' }).count()).toBe(1)
      await hands.press(page.getByText('Cube 生成的 SQL'))
      await page
        .getByRole('region', { name: 'Cube 生成的 SQL' })
        .getByText(/trained_person/)
        .waitFor()
      if (name === 'mouse') expect(await axeViolations(page)).toEqual([])
      await hands.press(row.getByRole('link'))
      await page.getByText('昨天').first().waitFor()
    })
  })

  it('what was written is kept when the page is left, and a draft is deleted only when asked twice', async () => {
    if (name !== 'mouse') return
    await as('evaluator', '/reports', async (page) => {
      await hands.press(button(page, '生成报告'))
      await page.getByRole('heading', { name: '状态：草稿' }).waitFor()
      const draft = new URL(page.url()).pathname
      await hands.write(page.getByLabel('原因分析'), '人手不足。')
      let arrive: () => void = () => undefined
      const arrival = new Promise<void>((resolve) => (arrive = resolve))
      await page.route(`**/api${draft}`, (route) => arrival.then(() => route.continue()))
      await hands.press(page.getByRole('link', { name: '返回报告列表' }))
      await page.getByRole('heading', { name: '报告列表' }).waitFor()
      const asked = page.waitForEvent('dialog')
      await page.close({ runBeforeUnload: true })
      await (await asked).dismiss()
      const saved = page.waitForResponse((answer) => answer.request().method() === 'PUT')
      arrive()
      await saved
      await page.unroute(`**/api${draft}`)
      await page.goto(draft)
      await page.getByRole('article').getByText('人手不足。').waitFor()
      await hands.press(button(page, '删除草稿'))
      await hands.press(button(page, '确认删除草稿'))
      await page.getByRole('heading', { name: '报告列表' }).waitFor()
    })
  })

  it('an analysis of one’s own is kept as an address and taken away', async () => {
    let address = ''
    await as('evaluator', '/analysis', async (page) => {
      await hands.choose(page.getByRole('combobox', { name: /数据主题/ }), '培训')
      await page.waitForURL(/view=training&/)
      await hands.tick(page.getByRole('checkbox', { name: '省级代码' }))
      await page.getByRole('row').filter({ hasText: '广东省' }).first().waitFor()
      const taken = page.waitForEvent('download')
      await hands.press(button(page, 'CSV：结果'))
      const path = await (await taken).path()
      expect(await readFile(path, 'utf8')).toMatch(/13-5,A1,广东省,2/)
      address = page.url().slice(desk.url().length)
    })
    await as('leader', address, async (page) => {
      // However late the names of the regions come, no code stands in their place.
      await page.route(/cubejs-api/, async (route) => {
        const asked = decodeURIComponent(route.request().url() + (route.request().postData() ?? ''))
        if (asked.includes('regions.valid_from')) await setTimeout(1500)
        await route.continue()
      })
      await page.reload()
      const row = page.getByRole('row').filter({ hasText: 'A1' })
      expect((await row.first().innerText()).split(/\s+/)).toEqual(['13-5', 'A1', '广东省', '2'])
    })
  })
})

describe('after a correction', () => {
  beforeAll(async () => {
    await desk.load(5)
    await vi.waitUntil(async () => (await currentSnapshot()) !== locked.snapshot, {
      timeout: 60_000,
      interval: 300,
    })
  })

  it.each(both)(
    'by %s: the locked report is as it was, the difference stands beside it and is explained',
    async (way, hands) => {
      await as('evaluator', locked.address, async (page) => {
        const beside = page.getByRole('rowgroup').filter({ hasText: `全国：${INDICATOR}` })
        expect(await beside.innerText()).toMatch(/实际\s+2 人\s+5 人/)
        const head = page.getByRole('banner').locator('xpath=following-sibling::main')
        expect(await head.locator('.facts').innerText()).toContain(locked.snapshot)
        expect(await page.getByRole('article').innerText()).toBe(locked.words)
        if (way === 'mouse') expect(await axeViolations(page)).toEqual([])
        await hands.press(beside.getByRole('link'))
        await page.getByRole('heading', { level: 1, name: '全国：差异说明' }).waitFor()
        const causes = page.getByRole('region', { name: `差异从何而来：${INDICATOR}`, exact: true })
        const cause = causes.getByRole('row').filter({ hasText: '数据更正' })
        expect((await cause.innerText()).split(/\s+/)).toEqual(['数据更正', '+3', '0', '0'])
        const sha = await hashOf(FILE)
        const files = page.getByRole('region', { name: '来自哪些文件', exact: true })
        const exchanged = files.getByRole('row').filter({ hasText: FILE })
        expect(await exchanged.count()).toBe(2)
        expect(await exchanged.first().innerText()).toContain(sha)
        expect(await exchanged.last().innerText()).toContain(locked.sha)
        const sides = page.getByRole('row').filter({ hasText: INDICATOR }).first()
        expect(await sides.innerText()).toMatch(/2 人\s+5 人[^]*不同/)
      })
    },
  )

  it('any page shows the earlier dataset and says so', async () => {
    await as('evaluator', `/?snapshot=${locked.snapshot}&region=440000`, async (page) => {
      await page
        .getByRole('note', { name: '更换日期或数据集' })
        .getByText(locked.snapshot)
        .waitFor()
      await keyboard.press(button(page, '更换日期或数据集'))
      await keyboard.write(page.getByLabel('截止日'), '')
      await page.keyboard.press('Escape')
      await keyboard.press(page.getByRole('link', { name: '回到当前数据集' }))
      await page.getByRole('note', { name: '更换日期或数据集' }).waitFor({ state: 'detached' })
    })
  })

  it('a notice is made of the dataset that is looked at, over the days that were chosen', async () => {
    await as('evaluator', `/notices?snapshot=${locked.snapshot}`, async (page) => {
      await page.getByLabel('公示开始日').fill('2018-03-05')
      await page.getByLabel('第 5 日').fill('2018-03-12')
      await page.getByLabel('如有异议，请向何处反映').fill('省残联就业部（演示）')
      await button(page, '生成').click()
      const made = page.getByRole('region', { name: /^全国 2017 年度/ })
      await made.getByText('预览内容').click()
      await made.getByText(`数据集 ${locked.snapshot}，`).waitFor()
      await made.getByText(/2018 年 3 月 8 日、2018 年 3 月 12 日。/).waitFor()
    })
  })

  it('the earlier dataset stays for its report, and every number of it is verified', async () => {
    const kept = await readdir(join(desk.folder, 'warehouse', 'snapshots'))
    expect(kept).toContain(locked.snapshot)
    const id = locked.address.split('/').at(-1) ?? ''
    const path = join(desk.folder, 'warehouse', 'reports', id, 'report.docx')
    const given = ['server/reports/verify-command.ts', path]
    const warehouse = ['--warehouse', join(desk.folder, 'warehouse')]
    const told = await new Promise<string>((resolve) => {
      execFile('node_modules/.bin/tsx', [...given, ...warehouse], (_error, stdout, stderr) =>
        resolve(stdout + stderr),
      )
    })
    expect(told).toMatch(/不符 0 个；.*不符 0 处/)
  })
})
