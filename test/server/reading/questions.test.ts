import { expect, it } from 'vitest'
import { questionsOf } from '../../../server/reading/questions.ts'
import { indicator } from '../progress/catalogue.ts'

const days = ['2018-06-30']
const asked = (codes: string[]) =>
  questionsOf(codes.map((code) => ({ indicator: indicator(code), days }))).map(
    ({ view, told, filters, indicators }) => ({
      ...{ view, told, filters },
      codes: indicators.map(({ code }) => code),
    }),
  )

it('asks indicators that are rows of one view together, told apart by their code', () => {
  expect(asked(['A1', 'A2', 'B6'])).toEqual([
    {
      view: 'training',
      told: 'indicator',
      filters: { plan: ['13-5'], indicator: ['A1', 'B6'] },
      codes: ['A1', 'B6'],
    },
    {
      view: 'employment',
      told: null,
      filters: { plan: ['13-5'], indicator: ['A2'] },
      codes: ['A2'],
    },
  ])
})

it('asks measures of the same rows together, and other rows of the view apart', () => {
  expect(asked(['L2', 'L3', 'L5'])).toMatchObject([
    { view: 'ledger', told: null, filters: {}, codes: ['L2', 'L3', 'L5'] },
  ])
  expect(asked(['L6', 'L9']).map(({ codes }) => codes)).toEqual([['L6'], ['L9']])
})

it('asks other days apart', () => {
  const wanted = ['A1', 'B6'].map((code, at) => ({
    indicator: indicator(code),
    days: at === 0 ? days : ['2017-12-31'],
  }))
  expect(questionsOf(wanted)).toHaveLength(2)
})
