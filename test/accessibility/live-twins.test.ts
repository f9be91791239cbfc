import type { Page } from 'playwright-core'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Series } from '../../web/api.ts'
import type { Bridge } from '../../web/api-bridge.ts'
import { movingLines } from '../../web/change/change-model.ts'
import type { Scene } from '../support/scene.ts'
import { newPage } from '../support/visit.ts'
import { open, openPages, PAGES, type KnownPage } from './pages.ts'

let scene: Scene

beforeAll(async () => {
  scene = await openPages()
})

/** The page, and the last of what it was answered at an address that holds the words. */
async function opened(
  known: KnownPage,
  address: RegExp,
  holding = '',
): Promise<[Page, () => Promise<unknown>]> {
  const page = await newPage(scene.browser, scene.server.url)
  const answers: Promise<unknown>[] = []
  page.on('response', (response) => {
    if (address.test(response.url()) && response.ok()) answers.push(response.json())
  })
  await open(page, known)
  const isMeant = (answer: unknown) => JSON.stringify(answer).includes(holding)
  return [page, async () => (await Promise.all(answers)).filter(isMeant).at(-1)]
}

type Drawn = { quarters: string[]; lines: (number | null)[][] }

/** What the chart on the page was given to draw: its instance lies in the hooks of its component. */
function drawnOn(page: Page): Promise<Drawn> {
  return page.locator('.chart').evaluate((box) => {
    type Hook = { memoizedState: unknown; next: Hook | null }
    type Fiber = { memoizedState: Hook | null; return: Fiber | null }
    type Option = { xAxis: { data: string[] }[]; series: { data: (number | null)[] }[] }
    const key = Object.keys(box).find((name) => name.startsWith('__reactFiber'))!
    let fiber = (box as unknown as Record<string, Fiber>)[key]!.return
    for (; fiber !== null; fiber = fiber.return) {
      for (let hook = fiber.memoizedState; hook?.next !== undefined; hook = hook.next!) {
        const held = hook.memoizedState as { current?: { getOption?: () => Option } } | null
        const option = held?.current?.getOption?.()
        if (option !== undefined)
          return {
            quarters: option.xAxis[0]!.data,
            lines: option.series.map(({ data }) => data),
          }
        if (hook.next === null) break
      }
    }
    throw new Error('there is no chart')
  })
}

/** The cells of the rows of a table, the foot among them. */
function cellsOf(page: Page, table: string): Promise<string[][]> {
  return page
    .locator(`${table} tr:has(td)`)
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent.trim())),
    )
}

/** 1,042 人 → 1042; +0.35 → 0.35; a word for what is missing → null. */
function numberIn(words = ''): number | null {
  const [found] = /^[+−-]?\d[\d,]*(\.\d+)?/.exec(words) ?? []
  return found === undefined ? null : Number(found.replaceAll(',', '').replace('−', '-'))
}

/** The value as far as the page shows it: whole, or with a decimal below 100; a rate with two in per cent. */
function expectShown(words: string | undefined, value: number | null, isRate: boolean, at: string) {
  const shown = numberIn(words)
  if (value === null) {
    expect(shown, at).toBeNull()
    return
  }
  const wanted = isRate ? value * 100 : value
  const within = isRate ? 0.005 : Math.abs(value) < 100 ? 0.05 : 0.5
  expect(Math.abs((shown ?? NaN) - wanted), `${at}: ${words}`).toBeLessThan(within + 1e-6)
}

const places = ['000000', '440000', '510000', '440100']
const indicators = ['13-5 A1', '13-5 A2', '13-5 A4', '13-5 C2', 'levy-2020 L3', 'levy-2020 L6']
const scenes = indicators.flatMap((one, at) => {
  const [plan = '', indicator = ''] = one.split(' ')
  const asOf = at % 2 === 0 ? '2018-06-30' : '2017-12-31'
  return [places[at % 4]!, places[(at + 1) % 4]!].map((region) => ({
    indicator,
    address: `/?plan=${plan}&indicator=${indicator}&region=${region}&asOf=${asOf}`,
  }))
})

/** Checklist A13 on the page itself. */
describe.each(scenes)('$address', ({ indicator, address }) => {
  const isRate = ['A4', 'C2', 'L6'].includes(indicator)

  it('draws the series that the interface answers, and tells it in its table', async () => {
    const known = { name: '', address, user: 'leader' } as const
    const [page, answer] = await opened(known, new RegExp(`/api/series\\?.*indicator=${indicator}`))
    const series = (await answer()) as Series
    const drawn = await drawnOn(page)
    const table = await cellsOf(page, 'details.twin table')
    const { rows } = series
    expect(rows.length).toBeGreaterThan(5)
    expect(drawn.quarters).toEqual(rows.map(({ quarter }) => quarter))
    expect(drawn.lines.slice(-4)).toEqual([
      rows.map(({ target }) => target),
      rows.map(({ expected }) => expected),
      rows.map(({ forecast }) => forecast?.mid ?? null),
      rows.map(({ actual }) => actual),
    ])
    expect(table).toHaveLength(rows.length)
    for (const [at, row] of rows.entries()) {
      const [quarter, actual, expected, target] = table[at]!
      const where = `${address} ${row.quarter}`
      expect(quarter, where).toBe(row.quarter.replace(/^(\d+)Q(\d)$/, '$1 年第 $2 季度'))
      expectShown(actual, row.actual, isRate, where)
      expectShown(expected, row.expected, isRate, where)
      expectShown(target, row.target, isRate, where)
    }
    await page.context().close()
  })

  it('tells the change line by line as the interface answers it', async () => {
    const known = { name: '', address, user: 'leader' } as const
    const [page, answer] = await opened(known, /\/api\/bridge\?/)
    const bridge = (await answer()) as Bridge
    const table = await cellsOf(page, '.change table')
    const lines = movingLines(bridge)
    if (bridge.from.actual === null && bridge.to.actual === null) {
      expect(table).toEqual([])
      return page.context().close()
    }
    expect(table).toHaveLength(lines.length + 2)
    expectShown(table[0]?.at(-1), bridge.from.actual, isRate, address)
    expectShown(table.at(-1)?.at(-1), bridge.to.actual, isRate, address)
    for (const [at, line] of lines.entries()) {
      const [name, ...cells] = table[at + 1]!
      expect(name, address).toMatch(new RegExp(`^(${line.regionName}|未归入下级地区)`))
      expectShown(cells.at(-1), line.actual, isRate, `${address} ${name}`)
      if (cells.length > 1) expectShown(cells[0], line.numerator, false, `${address} ${name}`)
    }
    return page.context().close()
  })
})

type Bars = { name: string; shown: string; width: number }[]

function barsOn(page: Page, nth: number): Promise<Bars> {
  return page
    .locator('.bar-figure')
    .nth(nth)
    .locator('li')
    .evaluateAll((all) =>
      all.map((each) => ({
        name: each.querySelector('span')!.textContent,
        shown: each.querySelector('.bar-value')!.textContent,
        width: Number(each.querySelector('rect')!.getAttribute('width')),
      })),
    )
}

function expectAsLong(bars: Bars, values: number[]): void {
  const [most, widest] = [Math.max(...values.map(Math.abs), 1), 400]
  expect(bars.map(({ width }) => width.toFixed(3))).toEqual(
    values.map((value) => ((Math.abs(value) / most) * widest).toFixed(3)),
  )
}

/** Checklist A13 for bars: as long, and with the words, as the rows of their table and the answer. */
describe('the bars', () => {
  it.each(['trained_persons', 'training_times'])('of %s are those of the table', async (of) => {
    const address = `/analysis?view=training&measures=${of}&dimensions=province_code`
    const known = { name: '', address, user: 'evaluator' } as const
    const [page, answer] = await opened(known, /\/cubejs-api\/v1\/load/, `training.${of}"`)
    const { data } = (await answer()) as { data: Record<string, string | null>[] }
    const table = await cellsOf(page, '.figure-table table')
    const bars = await barsOn(page, 0)
    const found = data.map((row) => Number(row[`training.${of}`]))
    expect(found.length).toBeGreaterThan(10)
    expect(table.map(([, value]) => numberIn(value))).toEqual(found)
    expect(bars.map(({ name, shown }) => [name, shown])).toEqual(table)
    expectAsLong(bars, found)
    await page.context().close()
  })

  it('of a report are those of its answer', async () => {
    const known = PAGES.find(({ name }) => name === '一份报告')!
    const [page, answer] = await opened(known, /\/api\/reports\/[^/?]+$/)
    type Block = { kind: string; bars?: { name: string; value: number; shown: string }[] }
    const { blocks } = (await answer()) as { blocks: Block[] }
    const charts = blocks.filter(({ kind }) => kind === 'chart')
    expect(charts.length).toBeGreaterThan(0)
    for (const [at, { bars: told = [] }] of charts.entries()) {
      const bars = await barsOn(page, at)
      expect(bars.map(({ name, shown }) => [name, shown])).toEqual(
        told.map(({ name, shown }) => [name, shown]),
      )
      expectAsLong(
        bars,
        told.map(({ value }) => value),
      )
    }
    await page.context().close()
  })
})
