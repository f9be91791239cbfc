import i18next from 'i18next'
import { createElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'
import { initReactI18next } from 'react-i18next'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { RunningServer } from '../../server/main.ts'
import type { Indicator, Progress, ProgressRow, Series } from '../../web/api.ts'
import { bulletModel } from '../../web/bullet/bullet-model.ts'
import { linesSheet } from '../../web/bullet/lines-sheet.ts'
import zh from '../../web/messages/zh-CN.ts'
import { rankingSheet } from '../../web/ranking/ranking-sheet.ts'
import { rankRows } from '../../web/ranking/ranking-model.ts'
import { tileFigure } from '../../web/tile-map/tile-words.ts'
import { chartOption, type ChartColours } from '../../web/trend/chart-option.ts'
import { trendModel, type TrendModel } from '../../web/trend/trend-model.ts'
import { trendSheet } from '../../web/trend/trend-sheet.ts'
import { TrendTable } from '../../web/trend/trend-table.tsx'
import { formatCompletion, formatQuarter, formatValue, missingWords } from '../../web/format.ts'
import { type Client, signedIn, startProduct } from '../support/product.ts'
import { sampleWarehouse } from '../support/warehouses.ts'

const { t } = i18next
const about = { title: '', facts: [] }
const plans = ['13-5', 'levy-2020']
const days = ['2017-09-30', '2017-12-31', '2018-03-31', '2018-06-30']
const places = ['000000', '440000', '510000', '650000', '440100', '110000']

let server: RunningServer
let ask: <T>(path: string) => Promise<T>
const catalogue = new Map<string, Indicator[]>()

beforeAll(async () => {
  await i18next.use(initReactI18next).init({
    lng: 'zh-CN',
    resources: { 'zh-CN': { translation: zh } },
    interpolation: { escapeValue: false },
    showSupportNotice: false,
  })
  server = await startProduct(await sampleWarehouse())
  const client: Client = await signedIn(server.url, 'leader')
  ask = async <T>(path: string) => (await client(path)).body as T
  for (const plan of plans) {
    const { indicators } = await ask<{ indicators: Indicator[] }>(`/api/plans/${plan}/indicators`)
    catalogue.set(plan, indicators)
  }
})

afterAll(() => server.close())

/** The cells of a table's body, read back from its markup. */
function cellsOf(markup: string): string[][] {
  return [...markup.matchAll(/<tr>(.*?)<\/tr>/g)]
    .slice(1)
    .map(([, row = '']) =>
      [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell!),
    )
}

function shown(indicator: Indicator, value: number): string {
  return formatValue(t, 'zh-CN', indicator.unit, value)
}

const COLOURS = Object.fromEntries(
  ['text', 'line', 'actual', 'expected', 'target', 'forecast', 'surface', 'font'].map((name) => [
    name,
    '',
  ]),
) as unknown as ChartColours

/** What a chart is given to draw, line by line. */
function linesOf(drawn: TrendModel): unknown[] {
  vi.stubGlobal('document', { createElement: () => ({ getContext: () => null }) })
  const option = chartOption(drawn, String, null, COLOURS)
  vi.unstubAllGlobals()
  return (option.series as { data: unknown }[]).map(({ data }) => data)
}

/** Checklist A13: what is drawn, what its table says and what the interface answers are the same. */
describe('a chart and its table', () => {
  const questions = plans.flatMap((plan, at) =>
    places.map((region, place) => ({ plan, region, asOf: days[(at + place) % days.length]! })),
  )

  it.each(questions)(
    'are the same for every series of $plan in $region on $asOf',
    async ({ plan, region, asOf }) => {
      const indicators = catalogue.get(plan)!.filter((_, at) => at % 3 === region.charCodeAt(1) % 3)
      for (const indicator of indicators) {
        const path = `/api/series?plan=${plan}&indicator=${indicator.code}&region=${region}&asOf=${asOf}`
        const series = await ask<Series>(path)
        const drawn = trendModel(series.rows)
        const props = { series, indicator, caption: '' }
        const table = cellsOf(renderToStaticMarkup(createElement(TrendTable, props)))
        const file = trendSheet(t, series, indicator, about).rows
        const lines = linesOf(drawn)
        expect(lines.slice(-4), path).toEqual([
          series.rows.map(({ target }) => target),
          series.rows.map(({ expected }) => expected),
          series.rows.map(({ forecast }) => forecast?.mid ?? null),
          series.rows.map(({ actual }) => actual),
        ])
        for (const [at, row] of series.rows.entries()) {
          const where = `${path} ${row.quarter}`
          expect(drawn.actual[at], where).toBe(row.actual)
          expect(drawn.target[at], where).toBe(row.target)
          expect(table[at]?.[0], where).toBe(formatQuarter(t, row.quarter))
          if (row.actual === null) {
            expect(typeof file[at]?.[1], where).toBe('string')
            expect(table[at]?.[1], where).toBe(file[at]?.[1])
          } else {
            expect(file[at]?.[1], where).toBe(row.actual)
            expect(table[at]?.[1], where).toBe(shown(indicator, row.actual))
          }
        }
      }
    },
  )

  it('are the same for the units below in at least 200 sets of filters', async () => {
    let sets = 0
    for (const { plan, asOf } of questions.filter(({ region }) => region !== '440100')) {
      const path = `/api/progress?plan=${plan}&region=000000&level=province&asOf=${asOf}`
      const { rows } = await ask<Progress>(path)
      for (const indicator of catalogue.get(plan)!) {
        const own = rows.filter((row) => row.indicator === indicator.code)
        const file = rankingSheet(t, rankRows(own), indicator, about, (column) => column).rows
        const byRegion = new Map(file.map((row) => [row[1], row]))
        for (const row of own) compare(row, indicator, byRegion.get(row.region), path)
        sets += 1
      }
    }
    expect(sets).toBeGreaterThanOrEqual(200)
  })
})

/** A bullet's marks are as far along as its figures are, and its file has these. */
function compareBullet(row: ProgressRow, indicator: Indicator, where: string): void {
  const { actual, target, broken } = bulletModel(row, indicator.kind)
  const [file = []] = linesSheet(t, 'zh-CN', [{ indicator, row }], about).rows
  expect(file[3], where).toBe(row.actual ?? missingWords(t, row.reason))
  expect(file[6], where).toBe(row.target ?? t('download.none'))
  expect(actual === null, where).toBe(row.actual === null)
  if (actual !== null && target !== null && row.target !== null && row.target > 0 && !broken)
    expect(actual / target, where).toBeCloseTo(Math.max(row.actual!, 0) / row.target, 9)
}

function compare(
  row: ProgressRow,
  indicator: Indicator,
  file: (string | number)[] | undefined,
  path: string,
): void {
  const where = `${path} ${indicator.code} ${row.region}`
  compareBullet(row, indicator, where)
  const tile = tileFigure(t, 'zh-CN', row, indicator)
  if (row.actual === null) {
    expect(file?.[5], where).toBe(missingWords(t, row.reason))
    expect(tile, where).toBe(missingWords(t, row.reason))
    return
  }
  expect(file?.[5], where).toBe(row.actual)
  const plain = indicator.kind !== 'milestone' && indicator.unit !== 'percent'
  if (plain && row.completionPercent !== null)
    expect(tile, where).toBe(formatCompletion(row.completionPercent))
}
