import { expect, it } from 'vitest'
import { AnswerCache, pruneCache } from '../../cube/cache.ts'

function cacheOf(entries: Record<string, unknown>) {
  const store = new Map(Object.entries(entries))
  return {
    store,
    get: (key: string) => Promise.resolve(store.get(key)),
    keysStartingWith: () => Promise.resolve([...store.keys()]),
    remove: (key: string) => {
      store.delete(key)
      return Promise.resolve()
    },
  }
}

it('forgets the oldest results first and leaves what is no result', async () => {
  const rows = (count: number) => ({ result: Array.from({ length: count }, () => ({})) })
  const cache = cacheOf({ oldest: rows(5), lock: { value: 1 }, older: rows(3), newest: rows(4) })
  expect(await pruneCache(cache, 8)).toBe(7)
  expect([...cache.store.keys()]).toEqual(['lock', 'older', 'newest'])
})

it('keeps answers up to so many cells, the least recently asked for forgotten first', async () => {
  const made: string[] = []
  const cache = new AnswerCache<number[]>(5, (cells) => cells.length)
  const ask = (key: string, cells: number[]) =>
    cache.get(key, () => {
      made.push(key)
      return Promise.resolve(cells)
    })
  await Promise.all([ask('a', [1, 2]), ask('a', [1, 2])])
  await ask('b', [3, 4])
  await ask('a', [1, 2])
  await ask('c', [5, 6])
  await ask('a', [1, 2])
  await ask('b', [3, 4])
  expect(made).toEqual(['a', 'b', 'c', 'b'])
})

it('does not keep a failure', async () => {
  const cache = new AnswerCache<number>(5, () => 1)
  await expect(cache.get('a', () => Promise.reject(new Error('closed')))).rejects.toThrow('closed')
  expect(await cache.get('a', () => Promise.resolve(7))).toBe(7)
})

it('counts nothing that was forgotten while it was being made', async () => {
  const made: string[] = []
  const cache = new AnswerCache<number[]>(3, (cells) => cells.length)
  let finish: (cells: number[]) => void = () => undefined
  const slow = cache.get('slow', () => new Promise<number[]>((resolve) => (finish = resolve)))
  const ask = (key: string, cells: number[]) =>
    cache.get(key, () => {
      made.push(key)
      return Promise.resolve(cells)
    })
  await ask('large', [1, 2, 3, 4])
  finish([1, 2, 3])
  await slow
  for (const key of ['a', 'b', 'a', 'b']) await ask(key, [1])
  expect(made).toEqual(['large', 'a', 'b'])
})
