import { cp, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { loadReference } from '../../../etl/reference.ts'
import { fixture, lines, stage, temporaryDirectory } from './staged.ts'

async function load(file: string, from: string, to: string): Promise<string[]> {
  const dataDir = await temporaryDirectory()
  await cp(fixture, dataDir, { recursive: true })
  const path = join(dataDir, 'reference', file)
  await writeFile(path, (await readFile(path, 'utf8')).replace(from, to))
  const connection = await stage({})
  await loadReference(connection, dataDir)
  return lines(connection, 'select count(*) from reference.region_unit')
}

test('reads the tables with their types', async () => {
  expect(await load('region_unit.csv', '', '')).toEqual(['26'])
})

test('a header that is not the expected one is refused by file and line', async () => {
  await expect(load('region_unit.csv', 'level,kind', 'kind,level')).rejects.toThrow(
    /region_unit\.csv, line 1: expected the header code,name,level/,
  )
})

test('a bad day is refused by file', async () => {
  await expect(load('region_unit.csv', '2016-06-30', '2016-06-31')).rejects.toThrow(
    /region_unit\.csv/,
  )
})

test('a successor that is no unit is refused by name', async () => {
  await expect(load('region_successor.csv', '440117', '440999')).rejects.toThrow(
    /region_successor\.csv: 440184 has the successor 440999/,
  )
})
