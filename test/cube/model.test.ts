import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { z } from 'zod'
import { ROLES } from '../../cube/security-context.ts'
import { openBench } from './metrics-fixture.ts'

const policy = z.strictObject({
  groups: z.array(z.enum(ROLES)).min(1),
  row_level: z.union([
    z.strictObject({ allow_all: z.literal(true) }),
    z.strictObject({ filters: z.array(z.unknown()).min(1) }),
  ]),
})

const member = z.looseObject({
  name: z.string().regex(/^[a-z][a-z0-9_]*$/),
  title: z.string().regex(/[一-鿿]/),
  description: z.string().regex(/[一-鿿]/),
  meta: z.looseObject({ en: z.string().min(3) }),
})

const measure = member.extend({ meta: z.strictObject({ en: z.string(), unit: z.string() }) })

const cube = member.extend({
  public: z.literal(false),
  refresh_key: z.strictObject({ every: z.literal('5200 week') }),
  dimensions: z.array(member),
  measures: z.array(measure).default([]),
  access_policy: z.array(policy).min(1),
})

const view = member.extend({
  cubes: z.array(z.looseObject({ includes: z.array(z.unknown()).min(1) })).min(1),
  access_policy: z.array(policy).min(1),
})

function read<Shape extends z.ZodType>(folder: 'cubes' | 'views', shape: Shape) {
  const root = new URL(`../../cube/model/${folder}/`, import.meta.url)
  return readdirSync(root).map((file) => {
    const parsed = z
      .strictObject({ [folder]: z.array(shape).length(1) })
      .parse(parse(readFileSync(new URL(file, root), 'utf8')))
    return { file, item: (parsed[folder] as z.infer<Shape>[])[0]! }
  })
}

const cubes = read('cubes', cube)
const views = read('views', view)

describe('the model', () => {
  it('has no rollups, which cube/mart-query.ts would pass over', () => {
    for (const { file, item } of cubes)
      expect(Object.keys(item), file).not.toContain('pre_aggregations')
  })

  it('writes the same SQL whoever asks, so that cube/remembered-sql.ts may give it to anybody', () => {
    for (const { item } of [...cubes, ...views])
      expect(JSON.stringify(item)).not.toMatch(
        /SECURITY_CONTEXT|COMPILE_CONTEXT|securityContext(?!\.)/,
      )
  })

  it('names each file after the cube or view in it', () => {
    for (const { file, item } of [...cubes, ...views]) expect(file).toBe(`${item.name}.yml`)
  })

  it('gives every role a policy in every cube and view, so that nothing is open by default', () => {
    for (const { item } of [...cubes, ...views]) {
      const groups = item.access_policy.flatMap((one) => one.groups)
      expect(groups.toSorted(), item.name).toEqual([...ROLES].toSorted())
    }
  })

  it('filters a supervisor’s rows wherever a county or an institution shows', () => {
    const narrow = views.filter(({ item }) =>
      /leaf_code|unit_code|institution_code/.test(JSON.stringify(item.cubes)),
    )
    expect(narrow.length).toBeGreaterThan(20)
    for (const { item } of narrow) {
      const mine = item.access_policy.find((one) => one.groups.includes('supervisor'))
      const isOfUnits = /_by_institution$|^training_institutions$/.test(item.name)
      const ofUnits = item.name === 'training_institutions' ? 'unit' : 'institution_unit'
      expect(mine?.row_level, item.name).toEqual({
        filters: [
          {
            member: isOfUnits ? ofUnits : 'province_code',
            operator: 'equals',
            values: ['{ securityContext.region }'],
          },
        ],
      })
    }
  })

  it('lets no view show a key or a birth date', () => {
    for (const { item } of views)
      expect(JSON.stringify(item.cubes)).not.toMatch(/person_id|birth|from_day|file_id|"value"/)
  })

  it('shows views and nothing else in meta, to every role alike', async () => {
    const bench = await openBench()
    const names = views.map(({ item }) => item.name).toSorted()
    for (const role of ROLES) {
      const security = { user: 'x', role, region: '440000', snapshot: 'bench' }
      const { cubes: shown } = await bench.metrics.meta(security)
      expect(shown.map(({ name }) => name).toSorted()).toEqual(names)
    }
    await bench.close()
  })
})
