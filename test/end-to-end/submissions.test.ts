import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { startServer, type RunningServer } from '../../server/main.ts'
import { axeViolations } from '../support/axe.ts'
import { openBrowser } from '../support/browser.ts'
import { webBundle } from '../support/bundle.ts'
import { csvOf } from '../support/inbox-files.ts'
import { password } from '../support/product.ts'
import { registrationOf, writeSubmittedInbox } from '../support/submitted-inbox.ts'
import { newPage, signIn, type Look } from '../support/visit.ts'
import { load, temporaryFolder } from '../support/warehouses.ts'

let folder: string
let server: RunningServer
let browser: Browser

beforeAll(async () => {
  vi.stubEnv('PSEUDONYM_KEY', 'only for tests '.repeat(3))
  folder = await temporaryFolder('submissions-page')
  const [inbox, warehouse] = [join(folder, 'inbox'), join(folder, 'warehouse')]
  await writeSubmittedInbox(inbox)
  await load(inbox, warehouse)
  const webRoot = await webBundle()
  server = await startServer({ port: 0, warehouse, inbox, webRoot, demoPassword: password })
  browser = await openBrowser()
})

afterAll(async () => {
  await browser.close()
  await server.close()
  await rm(folder, { recursive: true })
  vi.unstubAllEnvs()
})

async function visit(
  user: Parameters<typeof signIn>[1],
  work: (page: Page) => Promise<void>,
  address = '/submissions',
  look: Look = {},
): Promise<void> {
  const page = await newPage(browser, server.url, look)
  await signIn(page, user, address)
  await page.getByText('正在读取数据…').first().waitFor({ state: 'hidden' })
  await work(page)
  await page.context().close()
}

const calendar = (page: Page) => page.getByRole('table', { name: /报送日历/ })
const sending = (page: Page) => page.getByRole('region', { name: /^报送 2018 年第 2 季度/ })

function choose(page: Page, name: string, content: string | Buffer): Promise<void> {
  const buffer = Buffer.from(content)
  return page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer })
}

describe('an evaluator', () => {
  it('reads the state of the quarter in a sentence', () =>
    visit('evaluator', async (page) => {
      const sentence =
        '2018 年第 2 季度：32 个填报单位中 2 个已报；30 个缺报；1 个有文件被拒收（广东省）。'
      await page.getByText(sentence).waitFor()
      await page.getByText('2018Q2/990000/service.csv').waitFor()
    }))

  it('comes from the overview to a unit’s quarter by keyboard alone', () =>
    visit(
      'evaluator',
      async (page) => {
        await page.getByRole('link', { name: '数据报送' }).focus()
        await page.keyboard.press('Enter')
        await page.getByRole('heading', { level: 1, name: '数据报送' }).waitFor()
        await calendar(page)
          .getByRole('link', { name: /^北京市 2018 年第 2 季度/ })
          .focus()
        for (const key of ['ArrowDown', 'ArrowLeft', 'ArrowUp']) await page.keyboard.press(key)
        await page.keyboard.press('Enter')
        const heading = page.getByRole('heading', { level: 1, name: /^北京市\s*2018 年第 1 季度/ })
        await heading.waitFor()
        await expect
          .poll(() => heading.evaluate((it) => it === document.activeElement), { timeout: 60_000 })
          .toBe(true)
        await page.getByText('2018 年第 1 季度没有报送；2018 年第 2 季度报送过').waitFor()
        await page.getByRole('link', { name: '数据报送' }).first().focus()
      },
      '/',
    ))

  it('sees each file’s fate, the rules broken and the whole SHA-256 on demand', () =>
    visit(
      'evaluator',
      async (page) => {
        const files = page.getByRole('region', { name: /^文件（/ })
        const refused = files.getByRole('row').filter({ hasText: 'training.csv' })
        await refused.getByText('拒收', { exact: true }).waitFor()
        await refused.getByText(/拒收原因：.*培训类别/).waitFor()
        const sha = files.getByRole('button', { name: /registration-02.csv 的 SHA-256/ })
        await sha.click()
        expect(await sha.innerText()).toMatch(/^[0-9a-f]{64}$/)
        expect(await page.getByRole('heading', { name: /^报送 2018/ }).count()).toBe(0)
      },
      '/submissions?unit=440000&quarter=2018Q2',
    ))
})

describe('a leader', () => {
  it('sees the calendar and no way into a unit’s files', () =>
    visit('leader', async (page) => {
      await calendar(page).waitFor()
      expect(await calendar(page).getByRole('link').count()).toBe(0)
    }))

  it('is told on the overview which units are late as a whole, and since when', () =>
    visit('leader', async (page) => {
      const late = page.getByRole('region', { name: '数据滞后' })
      await page.goto('/')
      await late.getByText('有 30 个填报单位整体没有报送').waitFor()
      await page.goto('/region?region=330000')
      await late.getByText('最近一次报送的是 2018 年第 1 季度').waitFor()
    }))

  it('is told so where the address names a unit', () =>
    visit(
      'leader',
      async (page) => {
        await page.getByRole('heading', { name: '无权限' }).waitFor()
        expect(await page.getByText('隔离的记录').count()).toBe(0)
      },
      '/submissions?unit=440000&quarter=2018Q2',
    ))
})

/** 3.3.4, 3.3.7: what would become of a file is shown before it is sent, and it is not asked for twice. */
describe('a supervisor', () => {
  it('begins with the own unit and is refused others', async () => {
    await visit('supervisor-440000', async (page) => {
      await page.getByRole('heading', { level: 1, name: /^广东省/ }).waitFor()
      await page.goto('/submissions?unit=110000&quarter=2018Q2')
      await page.getByRole('heading', { name: '无权限' }).waitFor()
    })
  })

  it('filters the quarantine and takes the list to mend away', () =>
    visit('supervisor-440000', async (page) => {
      const quarantine = page.getByRole('region', { name: /^隔离的记录/ })
      await quarantine.getByText('第 1–2 条，共 2 条').waitFor()
      const rules = quarantine.getByRole('combobox', { name: /不符合的规则/ })
      const rule = await rules.getByRole('option', { name: /男/ }).getAttribute('value')
      await rules.selectOption(rule)
      await quarantine.getByText('第 1–1 条，共 1 条').waitFor()
      const download = page.waitForEvent('download')
      await quarantine.getByRole('link', { name: '下载待修改清单（XLSX）' }).click()
      expect((await download).suggestedFilename()).toBe('mend-list-440000-2018Q2.xlsx')
    }))

  it('is told what is missing before a file is checked, and led to it', () =>
    visit('supervisor-440000', async (page) => {
      const upload = sending(page)
      const check = upload.getByRole('button', { name: '检查文件' })
      await check.click()
      await upload.getByText('请先选择要检查的文件。').waitFor()
      const isFocused = (element: Element) => element === document.activeElement
      expect(await upload.getByRole('button', { name: '选择文件' }).evaluate(isFocused)).toBe(true)
      await choose(page, '上报.csv', csvOf([registrationOf(4)]))
      await check.focus()
      await page.keyboard.press('Enter')
      await upload.getByText('请先选择这份文件是哪一种报表。').waitFor()
      const extracts = upload.getByRole('combobox', { name: '报表' })
      expect(await extracts.evaluate(isFocused)).toBe(true)
      await extracts.selectOption('registration')
      await check.click()
      await upload.getByText('可以接收', { exact: true }).waitFor()
      await upload.getByRole('button', { name: '放弃，不报送' }).click()
    }))

  it('takes every table of the page away, and no cell can run as a formula', () =>
    visit('supervisor-440000', async (page) => {
      const take = async (name: RegExp) => {
        const coming = page.waitForEvent('download')
        await page.getByRole('button', { name }).click()
        return readFile(await (await coming).path(), 'utf8')
      }
      expect(await take(/^CSV：广东省各季度/)).toContain('440000,广东省,已报：接收 1 个文件')
      expect(await take(/^CSV：文件（/)).toContain('实名制登记,registration-02.csv,已接收')
      expect(await take(/^CSV：历次报送 实名制登记/)).toContain('2018 年第 1 季度')
      const faults = await take(/^CSV：隔离的记录/)
      expect(faults).toContain('registration-02.csv,3,性别,')
      expect(faults).toContain("'=1+1")
    }))

  it('sends a mended file: first shown what would become of it, then sent and published', () =>
    visit('supervisor-440000', async (page) => {
      const mended = [registrationOf(4), registrationOf(5)]
      await choose(page, '2季度实名制登记（改）.csv', csvOf(mended))
      const upload = sending(page)
      await upload.getByRole('combobox', { name: /报表/ }).waitFor()
      await upload.getByRole('button', { name: '检查文件' }).click()
      await upload.getByText('可以接收', { exact: true }).waitFor()
      await upload.getByText('报送后存为 registration-03.csv。').waitFor()
      expect(await axeViolations(page)).toEqual([])
      expect(await readdir(join(folder, 'inbox/2018Q2/440000'))).toHaveLength(4)
      await upload.getByRole('button', { name: '确认报送' }).click()
      await upload.getByText('已报送并发布').waitFor({ timeout: 60_000 })
      const files = page.getByRole('region', { name: /^文件（5 个）/ })
      await files.getByText('registration-03.csv').waitFor()
    }))

  it('sees how much of a large file has been sent, and may stop it', () =>
    visit('supervisor-440000', async (page) => {
      const network = await page.context().newCDPSession(page)
      const slow = { uploadThroughput: 2e5, downloadThroughput: -1, latency: 0, offline: false }
      await network.send('Network.emulateNetworkConditions', slow)
      const buffer = Buffer.alloc(8e6, csvOf([registrationOf(6)]))
      await choose(page, 'registration.csv', buffer)
      const upload = sending(page)
      await upload.getByRole('button', { name: '检查文件' }).click()
      await upload.getByText(/^正在上传：[1-9]\d?(\.\d)?%$/).waitFor()
      const share = await upload.getByRole('progressbar').getAttribute('value')
      expect(Number(share)).toBeGreaterThan(0)
      expect(Number(share)).toBeLessThan(1)
      await upload.getByRole('button', { name: '停止' }).click()
      await upload.getByRole('button', { name: '选择文件' }).waitFor()
    }))

  it('sees how many rows of a large file have been read while it is checked', () =>
    visit('supervisor-440000', async (page) => {
      const rows = Array.from({ length: 250_000 }, () => registrationOf(6, { 姓名: '"张三"' }))
      await choose(page, 'registration.csv', csvOf(rows))
      const upload = sending(page)
      await upload.getByRole('button', { name: '检查文件' }).click()
      await upload.getByText(/^正在检查…（已(读|处理) \d[\d,/]+ 行）$/).waitFor()
      await upload.getByText('重复的行249,999').waitFor()
      await upload.getByRole('button', { name: '放弃，不报送' }).click()
    }))

  it('is told where no row of a file would count', () =>
    visit('supervisor-440000', async (page) => {
      await choose(page, 'registration.csv', csvOf([registrationOf(6, { 性别: '甲' })]))
      const upload = sending(page)
      await upload.getByRole('button', { name: '检查文件' }).click()
      await upload.getByText('没有可用的行', { exact: true }).waitFor()
      await upload.getByText('会隔离1').waitFor()
      expect(await upload.getByText('可以接收').count()).toBe(0)
      expect(await axeViolations(page)).toEqual([])
      await upload.getByRole('button', { name: '放弃，不报送' }).click()
    }))

  it('is told that a file would be refused, and why', () =>
    visit('supervisor-440000', async (page) => {
      await choose(page, 'training.csv', '姓名\n张三\n')
      const upload = sending(page)
      await upload.getByRole('button', { name: '检查文件' }).click()
      await upload.getByText('会被拒收', { exact: true }).waitFor()
      await upload.getByText(/拒收原因：/).waitFor()
      expect(await upload.getByRole('button', { name: '确认报送' }).count()).toBe(0)
      await upload.getByRole('button', { name: '放弃，不报送' }).click()
      await upload.getByRole('button', { name: '选择文件' }).waitFor()
    }))
})

const looks: Look[] = [
  { colorScheme: 'light', width: 1440 },
  { colorScheme: 'dark', width: 1440 },
  { colorScheme: 'light', width: 390 },
]

describe.each(looks)('in $colorScheme, $width wide', (look) => {
  it.each([
    ['evaluator', '/submissions'],
    ['evaluator', '/submissions?unit=110000&quarter=2018Q1'],
    ['leader', '/submissions'],
    ['leader', '/submissions?unit=440000'],
    ['supervisor-440000', '/submissions?quarter=2018Q2'],
    ['supervisor-440000', '/submissions?quarter=2018Q3'],
  ] as const)('axe finds nothing for a %s at %s, and nothing overflows', (user, address) =>
    visit(
      user,
      async (page) => {
        expect(await axeViolations(page)).toEqual([])
        const overflow = await page.evaluate(() => {
          const { scrollWidth, clientWidth } = document.documentElement
          return scrollWidth - clientWidth
        })
        expect(overflow).toBeLessThanOrEqual(0)
      },
      address,
      look,
    ),
  )
})

it.each([
  ['loading', '**/api/submissions?**', undefined, '正在读取数据…'],
  ['failing', '**/api/submissions?**', 500, '没有读到数据'],
  ['empty', '**/api/snapshots**', 'empty', '还没有发布的数据'],
])('has a face when %s', async (_, route, answer, words) => {
  const page = await newPage(browser, server.url)
  await page.route(route, (asked) => {
    if (answer === undefined) return
    const json = { current: null, snapshots: [] }
    return asked.fulfill(answer === 'empty' ? { json } : { status: 500 })
  })
  await signIn(page, 'evaluator', '/submissions')
  await page.getByText(words).first().waitFor()
  expect(await axeViolations(page)).toEqual([])
  await page.context().close()
})
