import { expect, it } from 'vitest'
import { pruneCache } from '../../cube/cache.ts'

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
