import { expect, test } from 'vitest'
import { bandOf, measureOf, type Standing } from '../../../server/progress/judgement.ts'
import type { StatusRule } from '../../../server/progress/plan.ts'

const standing: Standing = { actual: 0, expected: 500, target: 1000, start: 0, years: null }
const band = (rule: StatusRule, change: Partial<Standing>) =>
  bandOf(measureOf({ ...standing, ...change }, rule) ?? NaN, rule)

test('the plans’ own rule: pace from 1 and from 0.9', () => {
  const rule: StatusRule = { on_pace: 1, watch: 0.9, judged_before_start: true }
  expect([500, 450, 449].map((actual) => band(rule, { actual }))).toEqual([
    'on_pace',
    'watch',
    'behind',
  ])
})

test('USAID-OHA: quarter ÷ 4, bands at −25, −10 and +10 points of the year’s target', () => {
  const rule: StatusRule = {
    measure: 'points',
    curve: 'quarters',
    over: 10,
    on_pace: -10,
    watch: -25,
    judged_before_start: true,
  }
  const actuals = [249, 250, 399, 400, 600, 601]
  expect(actuals.map((actual) => band(rule, { actual }))).toEqual([
    'behind',
    'watch',
    'watch',
    'on_pace',
    'on_pace',
    'above',
  ])
})

test('Open SDG: growth reached ÷ growth required, from 0.95, 0.6 and 0', () => {
  const rule: StatusRule = {
    measure: 'growth',
    on_pace: 0.95,
    watch: 0.6,
    away: 0,
    judged_before_start: true,
  }
  const years = { passed: 1, total: 4 }
  const due = { start: 100, target: 146.41, years }
  expect(measureOf({ ...standing, ...due, actual: 110 }, rule)).toBeCloseTo(1, 9)
  expect(
    [110, 109.6, 109.4, 106.1, 105.9, 100, 99].map((actual) => band(rule, { ...due, actual })),
  ).toEqual(['on_pace', 'on_pace', 'watch', 'watch', 'behind', 'behind', 'away'])
  expect(measureOf({ ...standing, ...due, actual: 110, start: 0 }, rule)).toBeNull()
})

test('ServiceNow goals: (actual − start) ÷ (planned − start), from 90 and from 75 %', () => {
  const rule: StatusRule = {
    measure: 'span',
    on_pace: 0.9,
    watch: 0.75,
    judged_before_start: true,
  }
  const from = { start: 100, expected: 200 }
  expect([190, 189, 175, 174].map((actual) => band(rule, { ...from, actual }))).toEqual([
    'on_pace',
    'watch',
    'watch',
    'behind',
  ])
})

test('what cannot be measured is none', () => {
  const rule: StatusRule = { on_pace: 1, watch: 0.9, judged_before_start: true }
  expect(measureOf({ ...standing, expected: 0 }, rule)).toBeNull()
  expect(measureOf({ ...standing, target: 0 }, { measure: 'points' })).toBeNull()
  expect(measureOf({ ...standing, start: 500 }, { measure: 'span' })).toBeNull()
})
