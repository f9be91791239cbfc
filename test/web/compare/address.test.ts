import { expect, test } from 'vitest'
import { alone, compareAddress, readCompared } from '../../../web/compare/address.ts'

const said = '/compare?plan=13-5&regions=440100%2C440300&asOf=2017-12-31&snapshot=2018Q2-1'

test('the address says what is compared, and nothing that was not chosen', () => {
  const read = readCompared(new URL(said, 'http://x').searchParams)
  expect(compareAddress(read)).toBe(said)
  expect(compareAddress({ ...read, asOf: null, snapshot: null })).toBe(
    '/compare?plan=13-5&regions=440100%2C440300',
  )
  expect(readCompared(new URLSearchParams()).regions).toEqual([])
})

test('a region’s own page keeps the day and the dataset', () => {
  const read = readCompared(new URL(said, 'http://x').searchParams)
  expect(alone(read, '440300')).toBe(
    '/region?plan=13-5&region=440300&asOf=2017-12-31&snapshot=2018Q2-1',
  )
})
