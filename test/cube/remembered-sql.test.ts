import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setImmediate } from 'node:timers/promises'
import type { CompilerApi } from '@cubejs-backend/server-core'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Gateway } from '../../cube/gateway.ts'
import { rememberedSql } from '../../cube/remembered-sql.ts'
import { writeMart } from './mart-fixture.ts'

type GetSql = CompilerApi['getSql']
type Asked = Parameters<GetSql>[0]

let folder: string
let gateway: Gateway
let cube: GetSql
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'mart-'))
  const path = join(folder, 'marts.duckdb')
  await writeMart(path)
  const [queryRewrite, onFault] = [<T>(query: T) => query, () => undefined]
  gateway = Gateway.open({ martPath: () => path, queryRewrite, onFault })
  const securityContext = { user: 'a', role: 'leader', region: '000000', snapshot: 'bench' }
  const compiler = await gateway.getCompilerApi({ securityContext, requestId: 'a' })
  const { getSql } = Object.getPrototypeOf(compiler) as { getSql: GetSql }
  cube = getSql.bind(compiler)
})
afterAll(async () => {
  await gateway.shutdown()
  await rm(folder, { recursive: true, force: true })
})

function asked(filters: unknown[]): Asked {
  const measures = ['employment.newly_employed_persons']
  const dimensions = ['employment.province_code', 'employment.indicator']
  return { measures, dimensions, filters, timezone: 'UTC', order: [], limit: 10 } as never
}

/** As Cube does itself, and how often it was asked of it; what is learnt is learnt after the answer. */
function counted(change = (value: unknown) => value) {
  const asked: Promise<unknown>[] = []
  const writeOne: GetSql = async (query, options) => {
    const written = await cube(query, options)
    const [text, values] = written.sql as [string, unknown[]]
    return { ...written, sql: [text, values.map(change)] }
  }
  const write: GetSql = (query, options) => {
    const written = writeOne(query, options)
    asked.push(written)
    return written
  }
  const learnt = async () => {
    await Promise.all(asked)
    await setImmediate()
  }
  return { calls: () => asked.length, learnt, remembered: rememberedSql(write) }
}

const equal = (member: string, values: string[]) => ({
  member: `employment.${member}`,
  operator: 'equals',
  values,
})

it('writes what Cube would, without Cube, from the third question of a shape on', async () => {
  const { calls, learnt, remembered } = counted()
  const filtersOf = (day: string, code: string, sex: string) => [
    equal('as_of_day', [day]),
    { or: [equal('province_code', [code]), equal('indicator', [sex])] },
  ]
  for (const day of ['2018-06-30', '2018-03-31']) {
    await remembered(asked(filtersOf(day, '440000', '男')))
    await learnt()
  }
  expect(calls()).toBe(3)
  const text = fc.string({ minLength: 1 }).filter((one) => !/^-?\d/.test(one))
  const day = fc.constantFrom('2016-02-29', '2017-12-31', '2018-06-30')
  const code = fc.constantFrom('110000', '440000', '660000')
  await fc.assert(
    fc.asyncProperty(day, code, text, async (...values) => {
      const question = asked(filtersOf(...values))
      const [made, own] = [await remembered(question), await cube(question)]
      for (const part of ['sql', 'order', 'memberNames', 'aliasNameToMember'] as const)
        expect(made[part]).toEqual(own[part])
    }),
    { numRuns: 40 },
  )
  expect(calls()).toBe(3)
})

it('asks anew, each time, for what is not written as it was given', async () => {
  const { calls, learnt, remembered } = counted((value) => `%${String(value)}%`)
  for (const part of ['a', 'b', 'c', 'd']) {
    const written = await remembered(asked([equal('indicator', [part])]))
    expect((written.sql as [string, unknown[]])[1]).toEqual([`%${part}%`])
    await learnt()
  }
  // Once more to learn from.
  expect(calls()).toBe(5)
})

it('leaves the refusal of a question to Cube, each time', async () => {
  const { remembered } = counted()
  for (let time = 0; time < 4; time += 1)
    await expect(remembered(asked([equal('nonsense', ['a'])]))).rejects.toThrow('nonsense')
})
