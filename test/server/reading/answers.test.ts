import { expect, test } from 'vitest'
import { AnswerStore, storedJson, type StoredAnswer } from '../../../server/reading/answers.ts'

const answer = (text: string): StoredAnswer => ({
  type: 't',
  body: Buffer.from(text),
  zipped: null,
})

function counted() {
  const made: string[] = []
  const make = (text: string) => () => {
    made.push(text)
    return Promise.resolve(answer(text))
  }
  return { made, make }
}

test('made once for one key, also where two ask at once', async () => {
  const { made, make } = counted()
  const store = new AnswerStore()
  const both = await Promise.all([store.get(['a'], make('x')), store.get(['a'], make('y'))])
  expect(both[0]).toBe(both[1])
  await store.get(['a'], make('z'))
  expect(made).toEqual(['x'])
})

test('another role, region, day or format is another answer, however its parts are cut', async () => {
  const { made, make } = counted()
  const store = new AnswerStore()
  await store.get(['supervisor', '440000'], make('1'))
  await store.get(['supervisor', '510000'], make('2'))
  await store.get(['supervisor 510000'], make('3'))
  expect(made).toEqual(['1', '2', '3'])
})

test('bounded: the least recently asked for goes first', async () => {
  const { made, make } = counted()
  const store = new AnswerStore(10)
  await store.get(['a'], make('aaaa'))
  await store.get(['b'], make('bbbb'))
  await store.get(['a'], make('again'))
  await store.get(['c'], make('cccc'))
  await store.get(['a'], make('again'))
  expect(made).toEqual(['aaaa', 'bbbb', 'cccc'])
  await store.get(['b'], make('b again'))
  expect(made.at(-1)).toBe('b again')
  await store.get(['huge'], make('more than ten bytes'))
  await store.get(['huge'], make('more than ten bytes'))
  expect(made.filter((one) => one.startsWith('more'))).toHaveLength(2)
})

test('a failure is not kept', async () => {
  const store = new AnswerStore()
  await expect(store.get(['a'], () => Promise.reject(new Error('no')))).rejects.toThrow('no')
  expect((await store.get(['a'], () => Promise.resolve(answer('yes')))).body.toString()).toBe('yes')
})

test('JSON is kept compressed beside itself', async () => {
  const { body, zipped } = await storedJson({ a: 'x'.repeat(1000) })
  expect(zipped?.length).toBeLessThan(body.length)
})
