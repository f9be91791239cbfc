import { beforeAll, describe, expect, it } from 'vitest'
import type { TFunction } from 'i18next'
import type { QuarterState } from '../../../web/api-submissions.ts'
import { cellWords, quarterSentence } from '../../../web/submissions/calendar-words.ts'
import { walkCells, yearSpans } from '../../../web/submissions/calendar-walk.ts'
import { countWords, sizeWords } from '../../../web/submissions/file-words.ts'
import { extractOf, formOf } from '../../../web/submissions/upload/file-name.ts'
import { translator } from '../support.ts'

let t: TFunction
beforeAll(async () => {
  t = await translator('zh-CN')
})

function cellOf(state: QuarterState, given = {}) {
  const counts = { filesAccepted: 0, filesRefused: 0, rowsQuarantined: 0 }
  return { quarter: '2018Q2', state, ...counts, sentWith: null, ...given }
}

function unitOf(name: string, state: QuarterState) {
  return { code: name, name, readable: true, quarters: [cellOf(state)] }
}

describe('the sentence of a quarter', () => {
  const count = { quarter: '2018Q2', due: 3, received: 1, partly_refused: 1, refused: 0, late: 0 }

  it('names those who have not sent all', () => {
    const units = [
      unitOf('青海省', 'missing'),
      unitOf('广东省', 'partly_refused'),
      unitOf('北京市', 'received'),
    ]
    expect(quarterSentence(t, 'zh-CN', { ...count, missing: 1 }, units)).toBe(
      '2018 年第 2 季度：3 个填报单位中 2 个已报；1 个缺报（青海省）；1 个有文件被拒收（广东省）。',
    )
  })

  it('only counts them where it is not for the reader to know who they are', () => {
    const units = [unitOf('北京市', 'received')]
    expect(quarterSentence(t, 'zh-CN', { ...count, missing: 1 }, units)).toBe(
      '2018 年第 2 季度：3 个填报单位中 2 个已报；1 个缺报；1 个有文件被拒收。',
    )
  })
})

it.each([
  [cellOf('missing'), '没有报送'],
  [cellOf('late', { sentWith: '2018Q3' }), '该季度没有报送，2018 年第 3 季度报送过'],
  [
    cellOf('partly_refused', { filesAccepted: 8, filesRefused: 1, rowsQuarantined: 3 }),
    '接收 8 个文件，拒收 1 个，隔离 3 行',
  ],
])('a cell %# says what became of the quarter', (cell, words) => {
  expect(cellWords(t, cell)).toBe(words)
})

describe('walking the calendar', () => {
  const from = { row: 1, column: 1 }
  it.each([
    ['ArrowUp', { row: 0, column: 1 }],
    ['ArrowDown', { row: 2, column: 1 }],
    ['ArrowLeft', { row: 1, column: 0 }],
    ['ArrowRight', { row: 1, column: 2 }],
    ['Home', { row: 1, column: 0 }],
    ['End', { row: 1, column: 3 }],
    ['Tab', null],
  ])('%s', (key, to) => {
    expect(walkCells(from, key, 3, 4)).toEqual(to)
  })

  it('stops at the edges', () => {
    expect(walkCells({ row: 0, column: 0 }, 'ArrowUp', 3, 4)).toEqual({ row: 0, column: 0 })
    expect(walkCells({ row: 2, column: 3 }, 'ArrowRight', 3, 4)).toEqual({ row: 2, column: 3 })
  })

  it('groups quarters by year', () => {
    expect(yearSpans(['2017Q4', '2018Q1', '2018Q2'])).toEqual([
      { year: '2017', count: 1 },
      { year: '2018', count: 2 },
    ])
  })
})

describe('a file’s words', () => {
  it.each([
    [812, '812 B'],
    [3_500, '3.4 KB'],
    [12_582_912, '12 MB'],
  ])('%i bytes are %s', (bytes, words) => {
    expect(sizeWords('zh-CN', bytes)).toBe(words)
  })

  it('keep what is not known apart from 0', () => {
    expect([null, 0, 12_345].map((count) => countWords('zh-CN', count))).toEqual([
      ...['–', '0', '12,345'],
    ])
  })

  it.each([
    ['training-02.XLSX', 'xlsx', 'training'],
    ['2018年培训记录.csv', 'csv', 'training'],
    ['levy_ledger.parquet', 'parquet', 'levy_ledger'],
    ['名单.xls', null, null],
  ])('tell what %s is', (name, form, extract) => {
    expect(formOf(name)).toBe(form)
    expect(extractOf(name, (one) => t(`submissions.extract.${one}`))).toBe(extract)
  })
})
