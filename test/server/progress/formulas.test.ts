import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'

const sources = new URL('../../../server/progress/', import.meta.url)
/** They compute nothing: the shape of a plan and of a case, and what remembers an answer. */
const withoutFormula = ['case', 'plan', 'remembered']

const table = readFileSync(new URL('../../../data/counting.md', import.meta.url), 'utf8')
  .split('## Formulas and their worked examples')[1]!
  .split('\n')
  .filter((line) => line.startsWith('|'))
  .slice(2)
  .map((line) => line.split('|').map((cell) => cell.trim().split(', ')))
  .map(([, , files = [], tests = []]) => ({ files, tests }))

it('lists every file of server/progress, and no other', () => {
  const names = readdirSync(sources).map((name) => name.replace(/\.ts$/, ''))
  const listed = table.flatMap(({ files }) => files)
  expect(listed.sort()).toEqual(names.filter((name) => !withoutFormula.includes(name)).sort())
})

it.each(table)('$files is worked in $tests', ({ files, tests }) => {
  for (const name of tests) {
    const file = new URL(name, import.meta.url)
    expect(existsSync(file), name).toBe(true)
    expect(readFileSync(file, 'utf8')).toMatch(/expect\(/)
  }
  const exported = files.flatMap((name) =>
    [
      ...readFileSync(new URL(`${name}.ts`, sources), 'utf8').matchAll(
        /^export (?:const|function) (\w+)/gm,
      ),
    ].map(([, found]) => found ?? ''),
  )
  const text = tests.map((name) => readFileSync(new URL(name, import.meta.url), 'utf8')).join('')
  expect(exported.some((name) => text.includes(name)) || text.includes('progressRow')).toBe(true)
})
