import { expect, test } from 'vitest'

import { killed } from '../torture/snapshots/kills.ts'

test('loads killed at random moments leave a whole snapshot, and the next one leaves nothing over', async () => {
  const ends = await killed(2, 5)
  expect(ends.old + ends.new).toBe(2)
}, 300_000)
