import { beforeAll, expect, test } from 'vitest'

import { readLayouts, type Layout } from '../../../etl/layouts.ts'
import { dataDir, lines, withStaged } from '../staged-inbox.ts'
import { forms, wholeRows } from './every-form.ts'

const layouts = await readLayouts(dataDir)
const folder = '2018Q2/000000'

/** The same rows with a column's aliases, and with what these mean. */
const aliases = layouts.flatMap((layout) =>
  layout.columns.flatMap((column) =>
    Object.entries(column.aliases).map(([alias, value]) => ({ layout, column, alias, value })),
  ),
)

function rowsWith(layout: Layout, name: string, cell: string): string[][] {
  const at = layout.columns.findIndex((column) => column.name === name)
  return wholeRows(layout).map((row) => row.with(at, cell))
}

async function inbox(): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {}
  for (const layout of layouts) {
    for (const { ending, bytes } of Object.values(forms)) {
      files[`${folder}/${layout.extract}${ending}`] = await bytes(layout, wholeRows(layout))
    }
  }
  for (const { layout, column, alias, value } of aliases) {
    for (const cell of [alias, value]) {
      for (const { ending, bytes } of Object.values(forms)) {
        const path = `${folder}/${layout.extract}-${cell}${ending}`
        files[path] = await bytes(layout, rowsWith(layout, column.name, cell))
      }
    }
  }
  return files
}

/** The accepted rows of each file, by its name. */
const accepted = new Map<string, string[]>()
let refused: string[] = []
let quarantined: string[] = []

beforeAll(async () => {
  await withStaged(await inbox(), async (staged) => {
    refused = await lines(staged, 'select path, reason from staging.file where reason is not null')
    quarantined = await lines(staged, 'select path, column_name, rule from staging.quarantine')
    for (const { extract } of layouts) {
      const found = await lines(
        staged,
        `select parse_filename(s.path), t.* exclude (file_id, line, submitted_order)
        from staging.${extract} t join intake.submission s using (file_id) order by all`,
      )
      for (const line of found) {
        const [name = '', ...cells] = line.split(' | ')
        accepted.set(name, [...(accepted.get(name) ?? []), cells.join(' | ')])
      }
    }
  })
})

test('nothing is refused and nothing quarantined', () => {
  expect([...refused, ...quarantined]).toEqual([])
})

const all = layouts.flatMap(({ extract }) =>
  Object.entries(forms).map(([form, { ending }]) => [extract, form, ending] as const),
)

test.each(all)('%s in %s: the same rows', (extract, _, ending) => {
  const rows = accepted.get(`${extract}${ending}`)
  expect(rows).toHaveLength(2)
  expect(rows).toEqual(accepted.get(`${extract}-1.csv`))
})

test('there are twelve extracts in seven forms, and aliases', () => {
  expect(all).toHaveLength(84)
  expect(aliases.length).toBeGreaterThan(0)
})

const everyAlias = aliases.flatMap(({ layout: { extract }, alias, value }) =>
  Object.entries(forms).map(([form, { ending }]) => [alias, value, form, extract, ending] as const),
)

test.each(everyAlias)('%s means %s in %s', (alias, value, _, extract, ending) => {
  const rows = accepted.get(`${extract}-${alias}${ending}`)
  expect(rows).toHaveLength(2)
  expect(rows).toEqual(accepted.get(`${extract}-${value}-1.csv`))
})
