import fc from 'fast-check'
import { expect, it } from 'vitest'
import { filled, marked, shapeOf, templateOf, type Sql } from '../../cube/sql-templates.ts'

type Filter = { member: string; operator: string; values?: string[] } | { or: Filter[] }

const value = fc.oneof(
  fc.string(),
  fc.integer().map(String),
  fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true }).map((day) => {
    return day.toISOString().slice(0, 10)
  }),
)
const filter = fc.record({
  member: fc.constantFrom('a.b', 'a.c'),
  operator: fc.constantFrom('equals', 'gt'),
  values: fc.uniqueArray(value, { maxLength: 4 }),
})
const filters = fc.array(fc.oneof(filter, fc.record({ or: fc.array(filter, { maxLength: 3 }) })))

function valuesIn(given: Filter[]): string[] {
  return given.flatMap((one) => ('or' in one ? valuesIn(one.or) : (one.values ?? [])))
}

/** Writes as Cube does: a mark for each value, and NULL for an empty one; a parameter of its own too. */
function written({ filters: given }: { filters: Filter[] }, change = (text: string) => text): Sql {
  const values = valuesIn(given).map((one) => (one === '' ? 'NULL' : '?'))
  const parameters = valuesIn(given).filter((one) => one !== '')
  return [values.join(' '), ['10', ...parameters.map(change)]]
}

it('puts the values where the writer would', () => {
  fc.assert(
    fc.property(filters, (given) => {
      const { question, marks } = marked({ filters: given })
      const template = templateOf(written(question), marks)!
      const shape = shapeOf({ filters: given })!
      expect(filled(template, shape.values)).toEqual(written({ filters: given }))
    }),
  )
})

it('knows two questions as of one shape only where one template serves both', () => {
  fc.assert(
    fc.property(filters, filters, (one, other) => {
      const [shape, same] = [shapeOf({ filters: one })!, shapeOf({ filters: other })!]
      if (shape.key !== same.key) return
      const { question, marks } = marked({ filters: one })
      const template = templateOf(written(question), marks)!
      expect(filled(template, same.values)).toEqual(written({ filters: other }))
    }),
  )
})

it('has no template of what is not written as it was given', () => {
  const { question, marks } = marked({ filters: [{ member: 'a', operator: 'is', values: ['x'] }] })
  expect(templateOf(['? ?', ['%x%']], marks)).toBeNull()
  expect(templateOf(written(question), marks)).not.toBeNull()
  expect(
    templateOf(
      written(question, (text) => `%${text}%`),
      marks,
    ),
  ).toBeNull()
})

it('has no shape of a filter with one value twice, of which the writer may write one', () => {
  const twice = { member: 'a.b', operator: 'equals', values: ['x', 'x'] }
  expect(shapeOf({ filters: [twice] })).toBeNull()
  expect(shapeOf({ filters: [{ or: [twice] }] })).toBeNull()
  expect(shapeOf({})).toEqual({ key: '{"filters":[]}', values: [] })
})

it('tells other values, members, orders and kinds apart', () => {
  const asked = (values: string[]) => shapeOf({ filters: [{ member: 'a', values }] })!.key
  expect(asked(['x'])).toBe(asked(['y']))
  for (const other of [['x', 'y'], ['1'], ['2018-06-30'], ['']])
    expect(asked(other)).not.toBe(asked(['x']))
})
