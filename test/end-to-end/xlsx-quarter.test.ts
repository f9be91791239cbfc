import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { readXlsx, writeXlsx, type CellValue } from 'hucre'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { startServer, type RunningServer } from '../../server/main.ts'
import { openBrowser } from '../support/browser.ts'
import { webBundle } from '../support/bundle.ts'
import type { Cells } from '../support/inbox-files.ts'
import { password } from '../support/product.ts'
import { registrationOf, writeSubmittedInbox } from '../support/submitted-inbox.ts'
import { newPage, signIn } from '../support/visit.ts'
import { load, temporaryFolder } from '../support/warehouses.ts'

let folder: string
let server: RunningServer
let browser: Browser

beforeAll(async () => {
  vi.stubEnv('PSEUDONYM_KEY', 'only for tests '.repeat(3))
  folder = await temporaryFolder('xlsx-quarter')
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

const firstLine = 4

/** As a unit would send it: a merged title, a blank row, the header, and the rows from line 4. */
async function workbook(rows: Cells[]): Promise<Buffer> {
  const headers = Object.keys(rows[0] ?? {})
  const cells = rows.map((row) => headers.map((header): CellValue => row[header] ?? ''))
  const sheet = {
    name: '登记',
    rows: [['2018 年第 1 季度实名制登记'], [], headers, ...cells],
    merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: headers.length - 1 }],
  }
  return Buffer.from(await writeXlsx({ sheets: [sheet] }))
}

const sending = (page: Page) => page.getByRole('region', { name: /^报送 2018 年第 1 季度/ })

/** Chooses a workbook and has it checked; answers when the page says that it can be accepted. */
async function check(page: Page, name: string, buffer: Buffer): Promise<Locator> {
  const mimeType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'
  await page.locator('input[type=file]').setInputFiles({ name, mimeType, buffer })
  const upload = sending(page)
  await upload.getByRole('button', { name: '检查文件' }).click()
  await upload.getByText('可以接收', { exact: true }).waitFor({ timeout: 120_000 })
  return upload
}

async function confirm(page: Page, stored: string): Promise<void> {
  await sending(page).getByRole('button', { name: '确认报送' }).click()
  await sending(page).getByText('已报送并发布').waitFor({ timeout: 120_000 })
  const files = page.getByRole('region', { name: /^文件（\d 个）/ })
  await files.getByText(stored).waitFor()
}

/** The persons of Guangdong's register of working age, as the figure C3 counts them. */
async function registered(page: Page): Promise<number | null | undefined> {
  const asked = 'plan=13-5&region=440000&asOf=2018-06-30'
  const answer = await page.request.get(`/api/progress?${asked}`)
  const { rows } = (await answer.json()) as {
    rows: { indicator: string; denominator: number | null }[]
  }
  return rows.find(({ indicator }) => indicator === 'C3')?.denominator
}

async function mendList(page: Page): Promise<CellValue[][]> {
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: '下载待修改清单（XLSX）' }).click()
  const book = await readXlsx(await readFile(await (await download).path()))
  return (book.sheets[0]?.rows ?? []).slice(2).map((row) => [...row])
}

it('a quarter goes in as a workbook, and what it got wrong is mended, from the pages alone', async () => {
  const sent = [
    registrationOf(51),
    registrationOf(52, { 户口性质: '城市' }),
    registrationOf(53, { 登记日期: '2016年1月5日' }),
    registrationOf(54, { 更新日期: '三月' }),
  ]
  const page = await newPage(browser, server.url)
  await signIn(page, 'supervisor-440000', '/submissions?unit=440000&quarter=2018Q1')
  const before = (await registered(page)) ?? 0
  expect(before).toBeGreaterThan(0)

  const dryRun = await check(page, '一季度实名制登记.xlsx', await workbook(sent))
  await dryRun.getByText('户口性质').first().waitFor({ state: 'attached' })
  expect(await registered(page)).toBe(before)
  await confirm(page, 'registration-02.xlsx')
  await expect.poll(() => registered(page)).toBe(before + 2)

  const quarantine = page.getByRole('region', { name: /^隔离的记录/ })
  await quarantine.getByText('第 1–2 条，共 2 条').waitFor()
  const faults = await mendList(page)
  expect(faults.map(([file, line, column]) => [file, line, column])).toEqual([
    ['registration-02.xlsx', 5, '户口性质'],
    ['registration-02.xlsx', 7, '更新日期'],
  ])

  const right: Cells = { 户口性质: '城镇', 更新日期: '2018-03-05' }
  const mended = faults.map(([, line, column]) => ({
    ...sent[Number(line) - firstLine],
    [String(column)]: right[String(column)] ?? '',
  }))
  await page.reload()
  await check(page, '一季度实名制登记（改）.xlsx', await workbook(mended))
  await confirm(page, 'registration-03.xlsx')
  await quarantine.getByText('没有待修改的记录').waitFor()
  await expect.poll(() => registered(page)).toBe(before + 4)
  await page.context().close()
})
