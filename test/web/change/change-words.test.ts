import { beforeAll, describe, expect, it } from 'vitest'
import type { TFunction } from 'i18next'
import type { Bridge, BridgeEnd, BridgeLine } from '../../../web/api-bridge.ts'
import { movingLines, quarterEndBefore } from '../../../web/change/change-model.ts'
import { changeSentence } from '../../../web/change/change-words.ts'
import { indicator, translator } from '../support.ts'

let t: TFunction
beforeAll(async () => {
  t = await translator('zh-CN')
})

function end(day: string, actual: number | null, snapshot = '2018Q2-1a2b3c4d'): BridgeEnd {
  const none = { denominator: null, target: 20000, expected: null, reason: null }
  return { snapshot, day, actual, numerator: actual, ...none }
}

function line(regionName: string, actual: number, given: Partial<BridgeLine> = {}): BridgeLine {
  const counts = { numerator: actual, denominator: null }
  return { kind: 'new_facts', region: regionName, regionName, actual, ...counts, ...given }
}

function bridge(given: Partial<Bridge> = {}): Bridge {
  return {
    indicator: 'A1',
    region: '000000',
    from: end('2018-03-31', 700),
    to: end('2018-06-30', 1000),
    change: 300,
    causes: [],
    lines: [line('甲', -10), line('乙', 250), line('丙', 40), line('丁', 20)],
    files: { units: { due: 32, readable: 32 }, removed: [], added: [] },
    ...given,
  }
}

describe('the quarter before', () => {
  it.each([
    ['2018-06-30', '2018-03-31'],
    ['2018-08-15', '2018-06-30'],
    ['2018-03-31', '2017-12-31'],
  ])('of %s ends on %s', (day, before) => {
    expect(quarterEndBefore(day)).toBe(before)
  })
})

describe('what changed', () => {
  it('names the ends, the change, and the greatest moves first', () => {
    expect(changeSentence(t, 'zh-CN', bridge(), indicator())).toBe(
      '2018 年 3 月 31 日为 700 人，2018 年 6 月 30 日为 1,000 人，变化 +300 人。' +
        '变动最大的是乙（+250 人）、丙（+40 人）和丁（+20 人）。',
    )
  })

  it('names the datasets where both ends are the same day', () => {
    const ends = {
      from: end('2018-06-30', 700),
      to: { ...end('2018-06-30', 650, '2018Q2-5e6f7a8b'), target: 21000 },
    }
    expect(
      changeSentence(
        t,
        'zh-CN',
        bridge({ ...ends, change: -50, lines: [line('甲', -50)] }),
        indicator(),
      ),
    ).toBe(
      '数据集 2018Q2-1a2b3c4d 中为 700 人，数据集 2018Q2-5e6f7a8b 中为 650 人，变化 -50 人。' +
        '变动最大的是甲（-50 人）。目标由 20,000 人变为 21,000 人。',
    )
  })

  it('says of a ratio how many percentage points', () => {
    const ratio = bridge({ from: end('2018-03-31', 0.5), to: end('2018-06-30', 0.6) })
    const words = changeSentence(
      t,
      'zh-CN',
      { ...ratio, change: 0.1, lines: [line('乙', 0.1)] },
      indicator({ unit: 'percent' }),
    )
    expect(words).toContain('变化 +10.00 个百分点')
    expect(words).toContain('乙（+10.00 个百分点）')
  })

  it('does not call a year that begins a fall', () => {
    const lines = [line('乙', -600, { kind: 'another_period' })]
    const words = changeSentence(t, 'zh-CN', bridge({ change: -600, lines }), indicator())
    expect(words).toContain('重新起算')
    expect(words).not.toContain('变化 -600')
  })

  it('calls a missing end missing, not zero', () => {
    const late = { ...end('2018-03-31', null), reason: 'no_data' as const }
    const words = changeSentence(t, 'zh-CN', bridge({ from: late, change: null }), indicator())
    expect(words).toContain('2018 年 3 月 31 日：未报送')
  })

  it('leaves out what moved the target only', () => {
    const passed = line('全国', 0, { kind: 'time_passed' })
    expect(movingLines(bridge({ lines: [passed] }))).toEqual([])
  })
})
