import { expect, it } from 'vitest'

import { readWhilePublished } from '../torture/serving/publishes.ts'
import { stopped } from '../torture/serving/stops.ts'

it('fails no request and mixes no page while snapshots are published and old ones removed', async () => {
  const { failed, mixed, snapshots } = await readWhilePublished(2, 3)
  expect(failed).toEqual([])
  expect(mixed).toBe(0)
  expect(snapshots).toBeGreaterThan(1)
}, 240_000)

it('answers what it was asked before SIGTERM, refuses the rest and soon ends with status 0', async () => {
  const { status, took, lost, later } = await stopped(5)
  expect(lost).toEqual([])
  expect(status).toBe(0)
  expect(took).toBeLessThan(8_000)
  const refused = ['503', 'ECONNREFUSED', 'ECONNRESET', 'UND_ERR_SOCKET']
  expect(Object.keys(later).filter((fate) => !refused.includes(fate) && fate !== '200')).toEqual([])
}, 240_000)
