import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { readBalances } from '../../../etl/balances.ts'
import { extractsOf } from '../../../server/evidence/extracts.ts'

type Cube = { name: string; sql_table?: string }
type View = { name: string; cubes: { join_path: string }[] }
type Indicator = {
  extract: string
  members: { view: string; numerator: string; denominator: null }
}

const extracts = readdirSync('data/extracts').map((name) => name.replace('.yaml', ''))

function documents(folder: string): unknown[] {
  const names = readdirSync(folder).filter((name) => /\.ya?ml$/.test(name))
  return names.map((name) => parse(readFileSync(`${folder}/${name}`, 'utf8')) as unknown)
}

const tables = new Map(
  (documents('cube/model/cubes') as { cubes: Cube[] }[])
    .flatMap(({ cubes }) => cubes)
    .map(({ name, sql_table }) => [name, sql_table ?? name]),
)

/** The cube that a view's measures come from stands last in it. */
const roots = new Map(
  (documents('cube/model/views') as { views: View[] }[])
    .flatMap(({ views }) => views)
    .map(({ name, cubes }) => [name, cubes.at(-1)?.join_path.split('.')[0] ?? '']),
)

/** Balances that stand beside the mart they are drawn of. */
const balances = await readBalances()

/** The extracts that a table is made from, through all that it reads. */
function madeFrom(table: string, seen = new Set<string>()): string[] {
  if (seen.has(table)) return []
  seen.add(table)
  const [schema = '', name = ''] = table.split('/')
  if (schema !== 'marts' && extracts.includes(name)) return [name]
  const file = `etl/sql/${table}.sql`
  if (!existsSync(file)) return []
  const sql = readFileSync(file, 'utf8').replace(/--.*/g, '')
  const sources = [...sql.matchAll(/\b(staging|standing|marts)\.(\w+)/g)]
  return sources.flatMap(([, from, read]) => madeFrom(`${from}/${read}`, seen))
}

const indicators = (documents('data/plans') as { indicators: Indicator[] }[]).flatMap(
  (plan) => plan.indicators,
)

test('the evidence names no extract that the figure is not counted from, and the deciding one first', () => {
  for (const indicator of indicators) {
    const found = extractsOf(indicator)
    const table = tables.get(roots.get(indicator.members.view) ?? '') ?? ''
    expect(found[0]).toBe(indicator.extract)
    const mart = balances[table]?.of ?? table
    expect(madeFrom(`marts/${mart}`)).toEqual(expect.arrayContaining(found))
  }
})
