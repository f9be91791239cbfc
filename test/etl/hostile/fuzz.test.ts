import { expect, test } from 'vitest'

import { fuzzed } from '../../torture/intake/fuzz.ts'
import { parquetFuzzed } from '../../torture/intake/parquet.ts'
import { workbooksFuzzed } from '../../torture/intake/workbooks.ts'

const seed = 20_180_630

test('2,000 mutated text files: none stops the load, and no row is accepted that should not be', async () => {
  const { accepted, refused, wrong } = await fuzzed(seed, 2_000)
  expect(wrong).toEqual([])
  expect(accepted).toBeGreaterThan(1_000)
  expect(refused).toBeGreaterThan(100)
})

test('500 mutated workbooks: each is read or refused', async () => {
  const { read, refused, longest } = await workbooksFuzzed(seed, 500)
  expect(read + refused).toBe(500)
  expect(read).toBeGreaterThan(20)
  expect(longest).toBeLessThan(5_000)
})

test('500 mutated Parquet files: each is read or refused', async () => {
  const { accepted, refused } = await parquetFuzzed(seed, 500)
  expect(accepted + refused).toBe(500)
  expect(accepted).toBeGreaterThan(5)
})
