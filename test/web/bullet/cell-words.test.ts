import { beforeAll, describe, expect, it } from 'vitest'
import type { TFunction } from 'i18next'
import type { Indicator, ProgressRow } from '../../../web/api.ts'
import { cellWords } from '../../../web/bullet/cell-words.ts'
import { indicator, progressRow, translator } from '../support.ts'

let t: TFunction
beforeAll(async () => {
  t = await translator('zh-CN')
})

function words(row: Partial<ProgressRow>, about: Partial<Indicator> = {}) {
  const cells = cellWords(t, 'zh-CN', progressRow(row), indicator(about))
  return [cells.value, cells.against, cells.mark, cells.completion]
}

const ratio = { numerator: 850, denominator: 954, actual: 0.891, completionPercent: 89.1 }

describe('the figures of a row', () => {
  it('set a count against its target', () => {
    expect(words({})).toEqual(['10,456 人', '', '20,000', '52.28%'])
    expect(words({ target: 1_000_000 })[2]).toBe('100 万')
  })

  it('tell a share of all by its counts, a share of a part by its rate', () => {
    const percent = { unit: 'percent' }
    expect(words({ ...ratio, target: 1 }, percent)).toEqual(['850', '/ 954', '100%', '89.10%'])
    expect(words({ ...ratio, target: 0.6 }, percent).slice(0, 3)).toEqual(['89.10%', '', '60%'])
  })

  it('say of a single unit whether it has what a milestone asks for', () => {
    const about = { unit: 'percent', kind: 'milestone' } as const
    const one = { denominator: 1, target: 1, completionPercent: null }
    expect(words({ ...one, actual: 1, numerator: 1 }, about)).toEqual(['已有', '', '', ''])
    expect(words({ ...one, actual: 0, numerator: 0 }, about)).toEqual(['尚无', '', '', ''])
    const many = { ...one, actual: 0.65625, numerator: 21, denominator: 32 }
    expect(words(many, about)).toEqual(['21', '/ 32', '100%', ''])
  })

  it('give money in 万元 and 亿元, and last year by its name', () => {
    const about = { unit: 'yuan', comparedWith: 'last_year' } as const
    const row = { actual: 17_899_869.85, target: 171_025_630, completionPercent: null }
    expect(words(row, about)).toEqual(['1,790 万元', '', '上年 1.7 亿元', ''])
    expect(words({ ...row, actual: 0, target: null }, about)).toEqual(['0 元', '', '', ''])
  })

  it('name what is missing', () => {
    const missing = { actual: null, reason: 'no_data', completionPercent: null } as const
    expect(words(missing)).toEqual(['未报送', '', '20,000', ''])
  })
})
