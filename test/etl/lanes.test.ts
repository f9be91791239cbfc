import { setTimeout } from 'node:timers/promises'

import { afterAll, beforeAll, expect, it } from 'vitest'

import { type Database, openDatabase, rowsOf } from '../../etl/database.ts'
import { inLanes } from '../../etl/lanes.ts'

let database: Database
let lanes: Database['connection'][]

beforeAll(async () => {
  database = await openDatabase(':memory:')
  lanes = [database.connection, await database.connect()]
})

afterAll(() => {
  lanes[1]?.closeSync()
  database.close()
})

it('answers in the order of the tasks, whichever is done first', async () => {
  const waits = [60, 5, 30, 1, 10]
  const done: number[] = []
  const answers = await inLanes(lanes, waits, async (lane, wait) => {
    await setTimeout(wait)
    done.push(wait)
    const [row] = await rowsOf(lane, `select ${String(wait)} * 2 as twice`)
    return row?.['twice']
  })
  expect(answers).toEqual([120, 10, 60, 2, 20])
  expect(done).not.toEqual(waits)
})

it('runs at most one task on a connection at a time, and uses every connection', async () => {
  const running = new Map<unknown, number>()
  const used = new Set<unknown>()
  let most = 0
  await inLanes(lanes, [1, 2, 3, 4, 5, 6], async (lane) => {
    running.set(lane, (running.get(lane) ?? 0) + 1)
    most = Math.max(most, ...running.values())
    used.add(lane)
    await setTimeout(2)
    running.set(lane, (running.get(lane) ?? 0) - 1)
  })
  expect(most).toBe(1)
  expect(used.size).toBe(2)
})

it('begins nothing after a failure, and throws it once nothing runs any more', async () => {
  const begun: number[] = []
  let isRunning = false
  const all = inLanes(lanes, [1, 2, 3, 4], async (_, task) => {
    begun.push(task)
    if (task === 1) throw new Error('of task 1')
    isRunning = true
    await setTimeout(30)
    isRunning = false
  })
  await expect(all).rejects.toThrow('of task 1')
  expect(begun).toEqual([1, 2])
  expect(isRunning).toBe(false)
})
