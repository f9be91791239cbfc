import { readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { DuckDBConnection } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'

import { runEtl } from '../../etl/run.ts'
import { key, temporaryFolder, writeFiles } from './staged-inbox.ts'

/** What goes wrong with the counts once all files are staged. */
const fault = vi.hoisted(() => ({ sql: '' }))

vi.mock('../../etl/staging/files.ts', async (original) => {
  const sound = await original<typeof import('../../etl/staging/files.ts')>()
  const recordFiles: typeof sound.recordFiles = async (connection: DuckDBConnection, ...rest) => {
    await sound.recordFiles(connection, ...rest)
    if (fault.sql !== '') await connection.run(fault.sql)
  }
  return { ...sound, recordFiles }
})

const header = '机构代码,机构名称,机构类别,所在地区划代码,成立日期'
const row = (code: string) => `${code},甲,辅助性就业机构,440103,2016-01-01`
const csv = (...codes: string[]) => [header, ...codes.map(row), ''].join('\n')

let folder = ''
let snapshot = ''

beforeAll(async () => {
  folder = temporaryFolder()
  writeFiles(folder, { 'inbox/2018Q1/440000/institution.csv': csv('I1', 'I2') })
  snapshot = (await run()).snapshot
  writeFiles(folder, { 'inbox/2018Q2/440000/institution.csv': csv('I2', 'I3', 'I4,') })
})

afterAll(() => rmSync(folder, { recursive: true }))

function run() {
  const [inbox, warehouse] = [join(folder, 'inbox'), join(folder, 'warehouse')]
  return runEtl({ inbox, warehouse, pseudonymKey: key })
}

test.each([
  ['a row was read that is nowhere', 'update staging.file set rows_read = rows_read + 1'],
  ['a row was lost', 'delete from staging.institution where institution_code = $$I2$$'],
  ['a row is there twice', 'insert into staging.institution from staging.institution limit 1'],
  ['a quarantined row is forgotten', 'update staging.file set rows_quarantined = 0'],
])('%s: nothing is published and what was published stays', async (_, sql) => {
  fault.sql = sql
  await expect(run()).rejects.toThrow(/The rows of 2018Q\d\/440000\/institution.csv do not add up/)
  const warehouse = join(folder, 'warehouse')
  expect(readdirSync(join(warehouse, 'snapshots'))).toEqual([snapshot])
  expect(readFileSync(join(warehouse, 'current.json'), 'utf8')).toContain(snapshot)
})
