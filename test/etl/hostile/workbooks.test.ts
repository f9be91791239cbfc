import { expect, test } from 'vitest'

import { workbooksFuzzed } from '../../torture/workbooks.ts'

test('500 mutated workbooks: each is read or refused', async () => {
  const { read, refused, longest } = await workbooksFuzzed(20_180_630, 500)
  expect(read + refused).toBe(500)
  expect(read).toBeGreaterThan(20)
  expect(longest).toBeLessThan(5_000)
})
