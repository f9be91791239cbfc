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

const header = '机构代码,机构名称,机构类别,所在地区划代码,成立日期,状态'
const row = (code: string, state = '') => `${code},甲,辅助性就业机构,440103,2016-01-01,${state}`
const csv = (...codes: string[]) => [header, ...codes.map((code) => row(code)), ''].join('\n')

let folder = ''
let snapshot = ''

beforeAll(async () => {
  folder = temporaryFolder()
  writeFiles(folder, { 'inbox/2018Q1/440000/institution.csv': csv('I1', 'I2') })
  snapshot = (await run()).snapshot
  writeFiles(folder, { 'inbox/2018Q2/440000/institution.csv': csv('I2', 'I3', 'I4,') })
})

afterAll(() => rmSync(folder, { recursive: true }))

function run(sql = '') {
  fault.sql = sql
  const [inbox, warehouse] = [join(folder, 'inbox'), join(folder, 'warehouse')]
  return runEtl({ inbox, warehouse, pseudonymKey: key })
}

test.each([
  ['a row was read that is nowhere', 'update staging.file set rows_read = rows_read + 1'],
  ['a row was lost', 'delete from staging.institution where institution_code = $$I2$$'],
  ['a row is there twice', 'insert into staging.institution from staging.institution limit 1'],
  ['a quarantined row is forgotten', 'update staging.file set rows_quarantined = 0'],
])('%s: nothing is published and what was published stays', async (_, sql) => {
  await expect(run(sql)).rejects.toThrow(
    /The rows of 2018Q\d\/440000\/institution.csv do not add up/,
  )
  const warehouse = join(folder, 'warehouse')
  expect(readdirSync(join(warehouse, 'snapshots'))).toEqual([snapshot])
  expect(readFileSync(join(warehouse, 'current.json'), 'utf8')).toContain(snapshot)
})

test('in the manifest each file has read = standing + quarantined + superseded + retracted', async () => {
  const withdrawn = [header, row('I1'), row('I2', '作废'), ''].join('\n')
  writeFiles(folder, {
    'inbox/2018Q1/440000/institution.csv': csv('I1', 'I2', 'I3', 'I3', 'I4,'),
    'inbox/2018Q2/440000/institution.csv': withdrawn,
  })
  const manifest = join(folder, 'warehouse', 'snapshots', (await run()).snapshot, 'manifest.json')
  const { files } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    files: Record<string, number>[]
  }
  const columns = ['Read', 'Standing', 'Quarantined', 'Superseded', 'Retracted']
  expect(files.map((file) => columns.map((name) => file[`rows${name}`]))).toEqual([
    [5, 1, 1, 3, 0],
    [2, 1, 0, 0, 1],
  ])
})
