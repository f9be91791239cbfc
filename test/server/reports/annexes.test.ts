import { expect, test } from 'vitest'
import { chartsOf } from '../../../server/reports/annexes.ts'
import type { Findings } from '../../../server/reports/findings.ts'

const late = { status: 'behind', regionName: '青海省' }
const found = {
  indicator: { code: 'A1' },
  own: { completionPercent: 52 },
  regions: [late, late],
}

test('a chart is told bar by bar, the code apart from its value', () => {
  const charts = chartsOf({ indicators: [found] } as unknown as Findings)
  expect(charts.map(({ description }) => description)).toEqual([
    '各项指标完成率：A1 52.00%。',
    '各地区滞后和逾期的指标数：青海省 2项。',
  ])
})
