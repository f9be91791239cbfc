import { expect, test } from 'vitest'
import { weekdaysFrom } from '../../../server/publicity/working-days.ts'

test('five days from a Thursday pass over the weekend', () => {
  expect(weekdaysFrom('2021-03-04')).toEqual([
    '2021-03-04',
    '2021-03-05',
    '2021-03-08',
    '2021-03-09',
    '2021-03-10',
  ])
})

test('a Saturday begins on Monday', () => {
  expect(weekdaysFrom('2021-03-06')[0]).toBe('2021-03-08')
})
