import type { TFunction } from 'i18next'
import { beforeAll, describe, expect, it } from 'vitest'
import type { ProgressRow, Series } from '../../web/api.ts'
import { bulletWords } from '../../web/bullet/bullet-words.ts'
import { glanceWords } from '../../web/bullet/cell-words.ts'
import { linesSheet } from '../../web/bullet/lines-sheet.ts'
import { csvOf } from '../../web/download/csv.ts'
import { rankRows } from '../../web/ranking/ranking-model.ts'
import { rankingSheet } from '../../web/ranking/ranking-sheet.ts'
import { matrixSheet } from '../../web/region/matrix-sheet.ts'
import { cellText, matrixWords } from '../../web/region/matrix-words.ts'
import { tileFigure, tileWords } from '../../web/tile-map/tile-words.ts'
import { pointWords, trendSentence } from '../../web/trend/trend-words.ts'
import { indicator, progressRow, seriesOf, seriesRow, translator } from '../web/support.ts'

const REASONS = ['no_data', 'suppressed', 'no_permission', 'not_applicable'] as const
const about = { title: '', facts: [] }

/** A count of zero, and the four kinds of nothing. */
const zero = progressRow({ actual: 0, numerator: 0, completion: 0, completionPercent: 0 })
const nothing = REASONS.map((reason) =>
  progressRow({
    actual: null,
    numerator: null,
    completion: null,
    completionPercent: null,
    status: null,
    reason,
  }),
)
const rows = [zero, ...nothing]

function seriesWith(row: ProgressRow): Series {
  const rows = [seriesRow('2016Q1', { actual: row.actual })]
  return seriesOf(rows, { reason: row.reason })
}

/** Checklist A16: zero, missing, hidden, refused and not applicable, wherever a value may stand. */
describe.each(['zh-CN', 'en'] as const)('nothing, in %s', (language) => {
  let t: TFunction
  beforeAll(async () => {
    t = await translator(language)
  })

  const places: [string, (row: ProgressRow) => string][] = [
    ['a table’s cell', (row) => glanceWords(t, language, row, indicator())],
    ['a tile', (row) => tileFigure(t, language, row, indicator())],
    ['a tile’s sentence', (row) => tileWords(t, language, row, indicator())],
    ['a bullet’s sentence', (row) => bulletWords(t, language, row, indicator())],
    ['a chart’s sentence', (row) => trendSentence(t, language, seriesWith(row), indicator())],
    [
      'a chart’s point',
      (row) => {
        const series = seriesWith(row)
        return pointWords(t, language, series.rows[0]!, series, indicator())
      },
    ],
    ['a cell of the matrix', (row) => cellText(matrixWords(t, language), row, indicator())],
    [
      'a file of the matrix',
      (row) => {
        const matrix = { indicators: ['A1'], regions: [{ code: '440000', name: '', cells: [row] }] }
        return csvOf(matrixSheet(t, language, { matrix, indicators: [indicator()] }, about))
      },
    ],
    [
      'a file of the indicators',
      (row) => csvOf(linesSheet(t, language, [{ indicator: indicator(), row }], about)),
    ],
    [
      'a file',
      (row) => csvOf(rankingSheet(t, rankRows([row]), indicator(), about, (column) => column)),
    ],
  ]

  it.each(places)('is told in five ways in %s', (_, words) => {
    const said = rows.map(words)
    expect(new Set(said).size).toBe(rows.length)
    expect(said.join()).not.toMatch(/null|undefined|NaN/)
  })
})
