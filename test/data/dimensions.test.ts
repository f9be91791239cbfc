import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { parse } from 'yaml'
import { planIndicators } from '../support/plan-indicators.ts'

const columns = [
  'sex',
  'age_band',
  'disability_type',
  'disability_grade',
  'education',
  'household',
  'employment_form',
  'employer_kind',
  'institution_code',
  'item',
]

/** The table of data/counting.md, a line a view. */
const lines = readFileSync('data/counting.md', 'utf8')
  .split('\n')
  .filter((line) => /^\| [A-Z]\d/.test(line))
  .map((line) => {
    const [, indicators = '', view = '', ...marks] = line.split('|').map((cell) => cell.trim())
    const applies = columns.filter((_, at) => marks[at] === 'yes')
    return { indicators: indicators.split(' '), view, applies, marks: marks.slice(0, -1) }
  })

function membersOf(view: string): unknown[] {
  const file = readFileSync(`cube/model/views/${view}_detail.yml`, 'utf8')
  const { views } = parse(file) as { views: { cubes: { includes: unknown[] }[] }[] }
  return views.flatMap(({ cubes }) => cubes.flatMap(({ includes }) => includes))
}

it.each(lines)('$view can be divided by what the table says, and by nothing else', (line) => {
  for (const mark of line.marks) expect(['yes', '·']).toContain(mark)
  expect(line.marks).toHaveLength(columns.length)
  const members = membersOf(line.view)
  expect(columns.filter((name) => members.includes(name))).toEqual(line.applies)
})

it('says so of every indicator', () => {
  const said = new Set(lines.flatMap(({ indicators }) => indicators))
  expect(planIndicators().filter(({ code }) => !said.has(code))).toEqual([])
})
