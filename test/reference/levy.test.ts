import { describe, expect, it } from 'vitest'
import { dividedHalfUp, exactly } from './exact.ts'
import { type Levied, levyDue, ratioOf } from './levy.ts'

const plain: Levied = {
  kind: '民营企业',
  employees: 500,
  weighted: 2,
  wage: exactly('100000', 4),
  ratio: '0.015',
  localWage: undefined,
  filedOn: '2020-06-30',
}

/** What differs from an enterprise of 500 that placed 2, and the levy in 0.01 yuan. */
const reckoned: [string, Partial<Levied>, bigint][] = [
  ['below 1 %: nine tenths', {}, 49_500_000n],
  ['exactly 1 %: a half', { weighted: 5 }, 12_500_000n],
  ['the ratio reached', { employees: 200, weighted: 3 }, 0n],
  ['the ratio exceeded, never below 0', { weighted: 8 }, 0n],
  ['an enterprise of 30', { employees: 30, weighted: 0 }, 0n],
  ['an enterprise of 31', { employees: 31, weighted: 0 }, 4_185_000n],
  ['an organ of 30 is no enterprise', { kind: '党政机关', employees: 30, weighted: 0 }, 4_050_000n],
  ['before 2020 no reduction', { filedOn: '2019-12-31' }, 55_000_000n],
  ['before 2020 no exemption', { filedOn: '2019-12-31', employees: 30, weighted: 0 }, 4_500_000n],
  ['the reductions to the end of 2027', { filedOn: '2027-12-31' }, 49_500_000n],
  ['and not after it', { filedOn: '2028-01-01' }, 55_000_000n],
  ['three local wages', { filedOn: '2018-03-31', localWage: '30000' }, 49_500_000n],
  ['two since April 2018', { filedOn: '2018-04-01', localWage: '30000' }, 33_000_000n],
  ['below the cap as it is', { filedOn: '2018-04-01', localWage: '60000' }, 55_000_000n],
  ['half a cent goes up', { filedOn: '2019-01-01', wage: exactly('0.001', 4) }, 1n],
]

describe('the levy as the rules reckon it', () => {
  it.each(reckoned)('%s', (_case, differing, wanted) => {
    expect(levyDue({ ...plain, ...differing })).toBe(wanted)
  })

  it('takes the ratio of the province', () => {
    expect(ratioOf('510000', '2020-06-30')).toBe('0.016')
  })

  it('reads decimals exactly and rounds half up on both sides of 0', () => {
    expect([exactly('1.05', 4), exactly('-0.5', 1)]).toEqual([10_500n, -5n])
    expect([15n, -15n, -16n, 14n].map((tenths) => dividedHalfUp(tenths, 10n))).toEqual([
      2n,
      -1n,
      -2n,
      1n,
    ])
    expect(() => exactly('0.12345', 4)).toThrow('0.12345')
  })
})
