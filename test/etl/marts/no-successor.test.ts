import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { expect, test } from 'vitest'

import { openDatabase } from '../../../etl/database.ts'
import { runEtl } from '../../../etl/run.ts'
import { csvOf } from '../../support/inbox-files.ts'
import { registrationOf } from '../../support/submitted-inbox.ts'
import { dataDir, key, lines, temporaryFolder, writeFiles } from '../staged-inbox.ts'

/** 莱城区 and 钢城区 are gone since 2019: here nobody knows where to the first went. */
const [unknown, known] = ['371202', '371203']
const people = [unknown, known].map((code, at) => registrationOf(at + 1, { 户籍地区划代码: code }))

test('a record under a code that is gone, nobody knows where to, stays there and is told', async () => {
  const folder = temporaryFolder()
  const [inbox, warehouse] = [join(folder, 'inbox'), join(folder, 'warehouse')]
  try {
    const data = join(folder, 'data')
    cpSync(dataDir, data, { recursive: true })
    const successors = join(data, 'reference', 'region_successor.csv')
    const rows = readFileSync(successors, 'utf8').split('\n')
    writeFileSync(successors, rows.filter((row) => !row.startsWith(`${unknown},`)).join('\n'))
    writeFiles(inbox, { '2020Q1/370000/registration.csv': csvOf(people) })
    const { snapshot } = await runEtl({ inbox, warehouse, dataDir: data, pseudonymKey: key })
    const published = join(warehouse, 'snapshots', snapshot)
    const marts = join(published, 'marts.duckdb')
    const { connection, close } = await openDatabase(marts, { access_mode: 'READ_ONLY' })
    expect(await lines(connection, 'select line, kind, value from listed')).toEqual([
      `2 | no_successor | ${unknown}`,
    ])
    const where = `select distinct leaf_code from register_entry
      where registered > 0 and balanced_at = (select max(balanced_at) from register_entry)
      order by all`
    expect(await lines(connection, where)).toEqual(['370117', unknown])
    close()
    const manifest = JSON.parse(readFileSync(join(published, 'manifest.json'), 'utf8')) as {
      files: object[]
    }
    expect(manifest.files).toMatchObject([
      {
        fate: 'accepted',
        rowsStanding: 2,
        notes: [{ note: '区划代码已撤销、去向不明，记录留在原代码下', records: 1 }],
      },
    ])
  } finally {
    rmSync(folder, { recursive: true })
  }
})
