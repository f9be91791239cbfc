import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from '../test/support/browser.ts'
import { webBundle } from '../test/support/bundle.ts'
import { password, startProduct } from '../test/support/product.ts'
import { settled, timeOf } from './support/page-time.ts'
import {
  forgetLongTasks,
  framesWhileScrolling,
  heapBytes,
  longestTask,
  mainThread,
  now,
  scriptBytes,
  watchLongTasks,
  wheeled,
} from './support/page-watch.ts'
import { machine, printTable } from './support/table.ts'
import { APART, markDoing, tracedTasks, type Task } from './support/task-trace.ts'

const MEBIBYTE = 1024 * 1024
const PROVINCES = ['广东省', '四川省', '河南省', '山东省']
const FILTERS = 10
/** From this drill on every page has been seen, and stays remembered. */
const KNOWN = 40
const KEYS = 30
/** Milliseconds for all counties: 50 rows a frame at 60 frames a second. */
const SCROLL = 2_000

/**
 * `npm run bench -- web [--warehouse DIR] [--drills 200]`: the pages in Chromium over loopback with an
 * empty cache: script, first figures, charts, drills, filters, the matrix of all counties, long tasks,
 * memory.
 */
export async function bench(args: string[]): Promise<void> {
  const { values } = parseArgs({
    args,
    options: { warehouse: { type: 'string' }, drills: { type: 'string', default: '200' } },
  })
  const warehouse = values.warehouse ?? join(import.meta.dirname, '..', 'build', 'warehouse')
  if (!existsSync(warehouse)) throw new Error(`${warehouse} is missing: make it by npm run etl`)
  console.log(machine())
  const server = await startProduct(warehouse, await webBundle())
  const browser = await openBrowser()
  try {
    await warm(browser, server.url)
    const overview = await opened(browser, server.url)
    const rows = [
      ...overview.rows,
      ...(await drills(browser, overview.page, Number(values.drills))),
      ...(await matrix(overview.page)),
    ]
    printTable(['figure', 'measured'], rows)
  } finally {
    await browser.close()
    await server.close()
  }
}

async function signedIn(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ baseURL: url, viewport: { width: 1440, height: 900 } })
  await context.request.post('/api/session', { data: { user: 'leader', password } })
  const page = await context.newPage()
  page.setDefaultTimeout(120_000)
  return page
}

/** The server is asked once before anything is timed, as one that has been running would have been. */
async function warm(browser: Browser, url: string): Promise<void> {
  const page = await signedIn(browser, url)
  await page.goto('/')
  await page.locator('.chart canvas').waitFor()
  await page.context().close()
}

async function opened(browser: Browser, url: string): Promise<{ page: Page; rows: string[][] }> {
  const page = await signedIn(browser, url)
  await page.addInitScript(watchLongTasks)
  await page.goto('/')
  await page.locator('.bullet-row').first().waitFor()
  const usable = await now(page)
  const bullets = await scriptBytes(page)
  await page.locator('.chart canvas').waitFor()
  const drawn = await now(page)
  const chart = await scriptBytes(page)
  await settled(page)
  const rows = [
    ['script before the bullets, compressed', kibibytes(bullets)],
    ['script before the chart of the trend, compressed', kibibytes(chart)],
    ['usable, empty cache', milliseconds(usable)],
    ['the chart of the trend, empty cache', milliseconds(drawn)],
    ['longest task while loading', milliseconds(await longestTask(page))],
  ]
  return { page, rows }
}

/** Into a province and out again, then the status filter on and off. */
async function drills(browser: Browser, page: Page, count: number): Promise<string[][]> {
  const times: number[] = []
  const filters: number[] = []
  const memory: number[] = []
  let task = 0
  const heap = async () => {
    await markDoing(page, APART)
    memory.push(await heapBytes(page))
  }
  const tasks = await tracedTasks(browser, page, async () => {
    await heap()
    const spent = await mainThread(page, async () => {
      for (let at = 0; at < count; at += 1) {
        if (at === KNOWN) await heap()
        await markDoing(page, `drill ${at + 1}`)
        times.push(await drill(page, at))
      }
      await settled(page)
    })
    task = spent.task
    await heap()
    for (let at = 0; at < FILTERS; at += 1) {
      await markDoing(page, `filter ${at + 1}`)
      const chip = `.chips .chip:nth-child(${at % 2 === 0 ? 2 : 1})`
      filters.push(await timeOf(page, page.locator(chip), `${chip}[aria-pressed=true]`))
    }
  })
  return [
    [`a drill of ${count}, median`, milliseconds(quantile(times, 0.5))],
    ['a drill, 95th percentile', milliseconds(quantile(times, 0.95))],
    ['CPU of the main thread a drill, all panels', milliseconds(task / count)],
    [`a filter of ${FILTERS}, median`, milliseconds(quantile(filters, 0.5))],
    ['longest task after load', taskWords(tasks, 'lasted')],
    ['the one that takes most of the processor', taskWords(tasks, 'processor')],
    [
      `memory before, after ${KNOWN} (each page known) and after ${count} drills`,
      memory.map((bytes) => `${(bytes / MEBIBYTE).toFixed(1)} MiB`).join(', '),
    ],
  ]
}

async function drill(page: Page, at: number): Promise<number> {
  const isDown = at % 2 === 0
  const goal = isDown ? (PROVINCES[(at / 2) % PROVINCES.length] ?? '') : '全国'
  const within = page.locator(isDown ? '.ranking' : '.breadcrumb')
  const link = within.getByRole('link', { name: goal, exact: true })
  await link.waitFor()
  return timeOf(page, link, '.bullet-row', goal)
}

/** All counties of the nation: scrolled through, then walked by key. */
async function matrix(page: Page): Promise<string[][]> {
  await page.goto('/region?plan=13-5&region=000000&level=county')
  const grid = page.getByRole('grid').first()
  await grid.waitFor()
  await settled(page)
  await forgetLongTasks(page)
  const frames = await framesWhileScrolling(page, SCROLL)
  const wheel = await wheeled(page)
  await grid.getByRole('link').first().focus()
  const keys: number[] = []
  for (let at = 0; at < KEYS; at += 1) {
    const begun = await now(page)
    await page.keyboard.press('ArrowDown')
    await page.evaluate(() => new Promise(requestAnimationFrame))
    keys.push((await now(page)) - begun)
  }
  return [
    ['frames a second by the wheel, four rows a frame', wheel.frames.toFixed(0)],
    ['CPU of the main thread a frame of these', `${wheel.cost.toFixed(1)} ms`],
    ['frames a second while all counties go by in 2 s', frames.toFixed(0)],
    ['a key in the matrix, 95th percentile', milliseconds(quantile(keys, 0.95))],
    ['longest task in the matrix', milliseconds(await longestTask(page))],
  ]
}

function milliseconds(value: number): string {
  return `${value.toFixed(0)} ms`
}

function taskWords(tasks: Task[], by: 'lasted' | 'processor'): string {
  const [most] = tasks.toSorted((a, b) => b[by] - a[by])
  if (most === undefined) throw new Error('The trace has no task')
  const processor = milliseconds(most.processor)
  return `${milliseconds(most.lasted)}, ${processor} of it on the processor (${most.during})`
}

function kibibytes(value: number): string {
  return `${(value / 1024).toFixed(0)} KiB`
}

function quantile(values: number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}
