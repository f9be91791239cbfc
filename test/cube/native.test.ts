import {
  getFinalQueryResult,
  getFinalQueryResultMulti,
  NativeInstance,
  redactSqlLiterals,
  ResultMultiWrapper,
  ResultWrapper,
  type TransformData,
} from '@cubejs-backend/native'
import { describe, expect, it } from 'vitest'

const aliases = { a__n: 'a.n', a__k: 'a.k', a__d_day: 'a.d.day', a__d_month: 'a.d.month' }
const annotation = {
  'a.n': { type: 'number' },
  'a.k': { type: 'string' },
  'a.d.day': { type: 'time' },
  'a.d.month': { type: 'time' },
}

function transform(changes: Partial<TransformData> = {}): TransformData {
  return {
    aliasToMemberNameMap: aliases,
    annotation,
    query: { measures: ['a.n'], dimensions: ['a.k'] },
    queryType: 'regularQuery',
    resType: 'default',
    ...changes,
  }
}

function raw(members: string[], ...rows: unknown[][]): Buffer {
  const columns = members.map((_, at) => rows.map((row) => row[at]))
  return Buffer.from(JSON.stringify({ members, columns }))
}

async function final(data: TransformData, bytes: Buffer, root: object = {}): Promise<unknown> {
  const buffer = await getFinalQueryResult(data, bytes, root)
  return JSON.parse(Buffer.from(buffer).toString('utf8'))
}

const two = raw(['a__n', 'a__k'], ['3', '京'], [null, '粤'])

describe('getFinalQueryResult', () => {
  it('writes rows as objects and keeps the root without null fields', async () => {
    const root = { query: { limit: 1 }, total: null, slowQuery: false, extDbType: undefined }
    expect(await final(transform(), two, root)).toEqual({
      query: { limit: 1 },
      slowQuery: false,
      data: [
        { 'a.n': '3', 'a.k': '京' },
        { 'a.n': null, 'a.k': '粤' },
      ],
    })
  })

  it('writes compact and columnar answers', async () => {
    expect(await final(transform({ resType: 'compact' }), two)).toEqual({
      data: {
        members: ['a.n', 'a.k'],
        dataset: [
          ['3', '京'],
          [null, '粤'],
        ],
      },
    })
    expect(await final(transform({ resType: 'columnar' }), two)).toEqual({
      data: {
        members: ['a.n', 'a.k'],
        columns: [
          ['3', null],
          ['京', '粤'],
        ],
      },
    })
  })

  it('writes times to the millisecond and adds the finest granularity under the short name', async () => {
    const query = {
      timeDimensions: [
        { dimension: 'a.d', granularity: 'month' },
        { dimension: 'a.d', granularity: 'day' },
      ],
    }
    const rows = raw(['a__d_month', 'a__d_day'], ['2018-06-01', '2018-06-30T00:00:00.000Z'])
    expect(await final(transform({ query }), rows)).toEqual({
      data: [
        {
          'a.d.month': '2018-06-01T00:00:00.000',
          'a.d.day': '2018-06-30T00:00:00.000',
          'a.d': '2018-06-30T00:00:00.000',
        },
      ],
    })
  })

  it('leaves the short name alone where the query asks for it itself', async () => {
    const query = {
      dimensions: ['a.d'],
      timeDimensions: [{ dimension: 'a.d', granularity: 'day' }],
    }
    const data = transform({
      query,
      annotation: { ...annotation, 'a.d': { type: 'time' } },
      aliasToMemberNameMap: { ...aliases, a__d: 'a.d' },
    })
    const rows = raw(['a__d_day', 'a__d'], ['2018-06-30 00:00:00', '2018-06-30 12:30:15.5'])
    expect(await final(data, rows)).toEqual({
      data: [{ 'a.d.day': '2018-06-30T00:00:00.000', 'a.d': '2018-06-30T12:30:15.500' }],
    })
  })

  it('names the range of a compared period and the axis of blended ones', async () => {
    const range: [string, string] = ['2018-01-01T00:00:00.000', '2018-03-31T23:59:59.999']
    const compared = { timeDimensions: [{ dimension: 'a.d', dateRange: range }] }
    expect(
      await final(
        transform({ query: compared, queryType: 'compareDateRangeQuery' }),
        raw(['a__n'], ['1']),
      ),
    ).toEqual({ data: [{ 'a.n': '1', compareDateRange: range.join(' - ') }] })
    const blended = { timeDimensions: [{ dimension: 'a.d', granularity: 'day' }] }
    const rows = raw(['a__d_day'], ['2018-06-30'])
    expect(
      await final(transform({ query: blended, queryType: 'blendingQuery' }), rows),
    ).toMatchObject({ data: [{ 'time.day': '2018-06-30T00:00:00.000' }] })
  })

  it.each([
    ['with rows', two],
    ['on an empty result', raw([])],
  ])('refuses a hidden member %s', async (_, rows) => {
    const data = transform({ annotation: { 'a.n': { type: 'number' } } })
    await expect(final(data, rows)).rejects.toThrow("You requested hidden member: 'a.k'")
  })

  it('refuses a column that no member stands for', async () => {
    await expect(final(transform(), raw(['zzz'], ['1']))).rejects.toThrow("alias: 'zzz'")
  })
})

describe('getFinalQueryResultMulti', () => {
  async function multi(queryType: TransformData['queryType'], queries: TransformData['query'][]) {
    const datas = queries.map((query) => transform({ query, queryType }))
    const roots = queries.map((query) => ({ query, total: null }))
    const raws = queries.map(() => raw([]))
    const bytes = await getFinalQueryResultMulti(datas, raws, { queryType, results: roots })
    return JSON.parse(Buffer.from(bytes).toString('utf8')) as Record<string, unknown>
  }

  it('gives the pivot of a regular query', async () => {
    const query = { measures: ['a.n'] }
    expect(await multi('regularQuery', [query])).toEqual({
      queryType: 'regularQuery',
      results: [{ query, data: [] }],
      pivotQuery: { ...query, queryType: 'regularQuery' },
      slowQuery: false,
    })
  })

  it('gives the pivot of compared and of blended queries', async () => {
    const time = { dimension: 'a.d', granularity: 'day' }
    const range: [string, string] = ['2018-01-01', '2018-01-02']
    const compared = [{ measures: ['a.n'], timeDimensions: [{ ...time, dateRange: range }] }]
    expect((await multi('compareDateRangeQuery', compared))['pivotQuery']).toEqual({
      ...compared[0],
      dimensions: ['compareDateRange'],
      queryType: 'compareDateRangeQuery',
    })
    const blended = [
      { measures: ['a.n'], dimensions: ['a.k'], timeDimensions: [time] },
      { measures: ['a.n'], timeDimensions: [time] },
    ]
    expect((await multi('blendingQuery', blended))['pivotQuery']).toEqual({
      measures: ['a.n'],
      dimensions: ['a.k'],
      timeDimensions: [{ dimension: 'time', granularity: 'day' }],
      queryType: 'blendingQuery',
    })
  })
})

describe('the wrappers', () => {
  it('carry rows from the driver to the answer', async () => {
    const wrapper = new ResultWrapper([{ a__n: '3', a__k: '京' }])
    wrapper.setTransformData(transform())
    wrapper.setRootResultObject({ dbType: 'duckdb' })
    const expected = { dbType: 'duckdb', data: [{ 'a.n': '3', 'a.k': '京' }] }
    const single = Buffer.from(await wrapper.getFinalResult()).toString('utf8')
    expect(JSON.parse(single)).toEqual(expected)
    const many = new ResultMultiWrapper([wrapper], { queryType: 'regularQuery' })
    const { query } = transform()
    wrapper.setRootResultObject({ query })
    const text = Buffer.from(await many.getFinalResult()).toString('utf8')
    expect(JSON.parse(text)).toMatchObject({ results: [{ data: [{ 'a.n': '3' }] }] })
  })
})

describe('what is not available', () => {
  it('says so where Jinja is used in a model', () => {
    const engine = new NativeInstance().newJinjaEngine()
    expect(() => engine.loadTemplate('a.yml', '')).toThrow('Jinja')
  })

  it('hides literals in SQL that is logged', () => {
    expect(redactSqlLiterals("select 'it''s' from t where a = 'b'")).toBe(
      "select 'redacted' from t where a = 'redacted'",
    )
  })
})
