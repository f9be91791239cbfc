import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { MetricsQuery, SecurityContext } from '../../cube/metrics.ts'
import { openBench, supervisor, type Bench, type Who } from './metrics-fixture.ts'

let bench: Bench
beforeAll(async () => {
  bench = await openBench()
})
afterAll(() => bench.close())

const view = 'training_detail'
const full = (name: string) => `${view}.${name}`
const equals = (name: string, ...values: string[]) => ({
  member: full(name),
  operator: 'equals',
  values,
})
const attributes = ['disability_type', 'disability_grade']
const slice = [equals('indicator', 'A1'), equals('province_code', '440000')]
const measures = [full('trained_persons'), full('training_times')]

function asked(place: string, more: Partial<MetricsQuery> = {}): MetricsQuery {
  const dimensions = [place, ...attributes].map(full)
  return { measures, dimensions, ...more, filters: [...slice, ...(more.filters ?? [])] }
}

type Row = Record<string, string | number | null>
type Answer = { data: Row[]; suppressed: number[] }

async function ask(query: object, who: Who = {}): Promise<Answer> {
  const security = { user: 'x', role: 'evaluator', region: '000000', snapshot: 'bench', ...who }
  const body = await bench.metrics.rest(query, undefined, security as SecurityContext)
  return JSON.parse(body.toString('utf8')) as Answer
}

function keyOf(row: Row, place: string): string {
  return [place, ...attributes].map((name) => row[full(name)] ?? 'none').join(' ')
}

/** By cell the persons shown, or `hidden`. */
function cellsOf({ data, suppressed }: Answer, place: string): Map<string, unknown> {
  return new Map(
    data.map((row, index) => [
      keyOf(row, place),
      suppressed.includes(index) ? 'hidden' : Number(row[measures[0] ?? '']),
    ]),
  )
}

async function truth(place: string): Promise<Map<string, number>> {
  const rows = await bench.sql(`
    SELECT concat_ws(' ', coalesce(${place}, 'none'), disability_type, disability_grade) AS key,
      CAST(count(*) FILTER (is_first) AS INTEGER) AS persons
    FROM trained_person JOIN (SELECT leaf_code, prefecture_code FROM region) USING (leaf_code)
    WHERE indicator = 'A1' AND province_code = '440000'
      AND DATE '2018-06-30' BETWEEN from_day AND to_day GROUP BY ALL`)
  return new Map(rows.map(({ key, persons }) => [String(key), Number(persons)]))
}

describe.each(['leaf_code', 'prefecture_code'])('persons by two attributes and %s', (place) => {
  it('stand but for the small ones and those by which they could be had', async () => {
    const shown = cellsOf(await ask(asked(place)), place)
    const wanted = await truth(place)
    const hidden = [...shown].filter(([, count]) => count === 'hidden').map(([key]) => key)
    for (const [key, count] of wanted) {
      if (count > 0 && count < 5) expect(hidden).toContain(key)
      else if (!hidden.includes(key)) expect(shown.get(key) ?? 0).toBe(count)
    }
    expect(wanted.size).toBeGreaterThan(10)
    expect(hidden.length).not.toBe(1)
  })

  it('hide the same whoever asks, and whatever part is asked for', async () => {
    const whole = cellsOf(await ask(asked(place)), place)
    const own = { ...asked(place), filters: slice.slice(0, 1) }
    expect(cellsOf(await ask(own, supervisor), place)).toEqual(whole)
    const part = await ask(asked(place, { filters: [equals('disability_type', '1', '2')] }))
    const ofPart = [...whole].filter(([key]) => /^\S+ [12] /.test(key))
    expect([...cellsOf(part, place)].sort()).toEqual(ofPart.sort())
  })

  it('answer in every form that Cube has, hidden measures null', async () => {
    const { data, suppressed } = await ask(asked(place))
    const compact = await ask({ ...asked(place), responseFormat: 'compact' })
    const { members, dataset } = compact.data as unknown as {
      members: string[]
      dataset: unknown[][]
    }
    expect(compact.suppressed).toEqual(suppressed)
    expect(dataset).toEqual(data.map((row) => members.map((name) => row[name])))
    for (const index of suppressed)
      for (const measure of measures) expect(data[index]?.[measure]).toBeNull()
  })
})

describe('a crossing below the province that could give small counts away', () => {
  const one = asked('leaf_code')
  it.each<[string, object]>([
    ['of several provinces', { ...one, filters: slice.slice(0, 1) }],
    ['of all indicators together', { ...one, filters: slice.slice(1) }],
    ['of three attributes', { ...one, dimensions: [...(one.dimensions ?? []), full('sex')] }],
    [
      'of an attribute that is only filtered',
      asked('leaf_code', { filters: [equals('sex', '女')] }),
    ],
    ['sorted by the counts', { ...one, order: { [measures[0] ?? '']: 'desc' } }],
    ['filtered by the counts', asked('leaf_code', { filters: [equals('trained_persons', '3')] })],
    ['with its number of rows', { ...one, total: true }],
    ['from a later row on', { ...one, offset: 5 }],
    [
      'on several days',
      {
        ...one,
        dimensions: [...(one.dimensions ?? []), full('as_of_day')],
        filters: [...slice, equals('as_of_day', '2018-03-31', '2018-06-30')],
      },
    ],
    [
      'of all but some',
      asked('leaf_code', {
        filters: [{ ...equals('disability_type', '1'), operator: 'notEquals' }],
      }),
    ],
  ])('is refused %s', async (_, query) => {
    await expect(ask(query)).rejects.toMatchObject({ code: 'suppressed' })
  })

  it('is refused beside another', async () => {
    await expect(ask([one, one])).rejects.toThrow()
  })
})
