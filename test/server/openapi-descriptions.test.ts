import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'

type Schema = {
  $ref?: string
  type?: string | string[]
  description?: string
  properties?: Record<string, Schema>
  items?: Schema
  anyOf?: Schema[]
  oneOf?: Schema[]
  allOf?: Schema[]
}

const file = new URL('../../server/openapi.yaml', import.meta.url)
const { components } = parse(readFileSync(file, 'utf8')) as {
  components: { schemas: Record<string, Schema> }
}
const unit =
  /unit|person|fraction|percent|point|yuan|day|year|quarter|row|file|line|region|column|page|record|value|byte|rank|whole number|training|submission|trial|institution|province|ratio|count/i

function inside(schema: Schema): Schema[] {
  const { items, anyOf = [], oneOf = [], allOf = [] } = schema
  return [...(items === undefined ? [] : [items]), ...anyOf, ...oneOf, ...allOf]
}

/** Every property of a schema and of what it holds, by its path. */
function propertiesOf(schema: Schema, path: string): [string, Schema][] {
  const own = Object.entries(schema.properties ?? {}).flatMap(([name, property]) => [
    [`${path}.${name}`, property] as [string, Schema],
    ...propertiesOf(property, `${path}.${name}`),
  ])
  return [...own, ...inside(schema).flatMap((part) => propertiesOf(part, path))]
}

/** Its own words, else those of the schema that it names. */
function wordsOf(schema: Schema): string {
  const named = components.schemas[schema.$ref?.split('/').at(-1) ?? '']
  const near = [schema.description, named?.description, ...inside(schema).map(wordsOf)]
  return near.find((words) => words !== undefined && words !== '') ?? ''
}

const properties = Object.entries(components.schemas).flatMap(([name, schema]) =>
  propertiesOf(schema, name),
)

test('every property of every answer is described', () => {
  expect(properties.length).toBeGreaterThan(500)
  expect(properties.filter(([, schema]) => wordsOf(schema) === '').map(([path]) => path)).toEqual(
    [],
  )
})

test('no description is cut at a comma', () => {
  const isCut = ([, schema]: [string, Schema]) => Object.values(schema).includes(null as never)
  expect(properties.filter(isCut)).toEqual([])
})

test('every number says in what it is counted', () => {
  const isNumber = ({ type }: Schema) => /number|integer/.test([type].flat().join(' '))
  const numbers = properties.filter(([, schema]) => isNumber(schema))
  expect(numbers.length).toBeGreaterThan(50)
  expect(numbers.filter(([, schema]) => !unit.test(wordsOf(schema)))).toEqual([])
})
