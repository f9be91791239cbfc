import { expect, test } from 'vitest'

import { fuzzed } from '../../torture/fuzz.ts'

test('2,000 mutated files: none stops the load, and no row is accepted that should not be', async () => {
  const { accepted, refused, wrong } = await fuzzed(20_180_630, 2_000)
  expect(wrong).toEqual([])
  expect(accepted).toBeGreaterThan(1_000)
  expect(refused).toBeGreaterThan(100)
})
