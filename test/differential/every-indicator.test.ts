import { expect, it } from 'vitest'
import { counts } from '../reference/counts.ts'
import { extractCountedFrom } from '../reference/plan-constants.ts'
import { planIndicators } from '../support/plan-indicators.ts'

it.each(planIndicators())('$code of plan $plan has an independent reference', ({ code }) => {
  expect(Object.keys(counts)).toContain(code)
  expect(Object.keys(extractCountedFrom)).toContain(code)
})
