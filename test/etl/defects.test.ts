import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import { parse } from 'csv-parse/sync'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { openDatabase } from '../../etl/database.ts'
import { runEtl } from '../../etl/run.ts'
import { runSample } from '../../etl/sample/run.ts'
import { key, lines, temporaryFolder } from './staged-inbox.ts'

interface Defect {
  file: string
  line: string
  column: string
  expect: string
}

const folder = temporaryFolder()
const inbox = join(folder, 'inbox')
let defects: Defect[] = []
let database: Awaited<ReturnType<typeof openDatabase>>

beforeAll(async () => {
  await runSample({ scale: 0.0005, seed: 1, to: inbox })
  const warehouse = join(folder, 'warehouse')
  const { snapshot } = await runEtl({ inbox, warehouse, pseudonymKey: key })
  defects = parse(readFileSync(join(inbox, 'defects.csv')), { columns: true })
  const path = join(warehouse, 'snapshots', snapshot, 'marts.duckdb')
  database = await openDatabase(path, { access_mode: 'READ_ONLY' })
})

afterAll(() => {
  database.close()
  rmSync(folder, { recursive: true })
})

function planted(fate: string): Defect[] {
  return defects.filter((defect) => defect.expect === fate)
}

const unique = (places: string[]) => [...new Set(places)].sort()

test('what was planted to be quarantined is, and nothing else', async () => {
  const found = await lines(database.connection, 'select path, line from quarantine')
  const expected = planted('quarantined').map(({ file, line }) => `${file} | ${line}`)
  expect(expected.length).toBeGreaterThan(30)
  expect(unique(found)).toEqual(unique(expected))
})

test('the quarantine names the column that is at fault', async () => {
  const found = await lines(database.connection, 'select path, line, column_name from quarantine')
  for (const { file, line, column } of planted('quarantined')) {
    if (column !== '') expect(found).toContain(`${file} | ${line} | ${column}`)
  }
})

test('what was planted to be refused is, and nothing else', async () => {
  const found = await lines(database.connection, `select path from file where fate = 'refused'`)
  expect(unique(found)).toEqual(unique(planted('refused').map(({ file }) => file)))
})

test('what was planted to be listed is', async () => {
  const found = await lines(database.connection, 'select path, line from listed')
  for (const { file, line } of planted('listed')) expect(found).toContain(`${file} | ${line}`)
})

test('what was planted to be ignored is not there at all', async () => {
  const found = await lines(database.connection, 'select path from file')
  for (const { file } of planted('ignored')) expect(found).not.toContain(file)
})
