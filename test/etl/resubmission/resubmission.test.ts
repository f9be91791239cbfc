import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'

import type { DuckDBConnection } from '@duckdb/node-api'
import { expect, test } from 'vitest'

import { openDatabase } from '../../../etl/database.ts'
import { runEtl } from '../../../etl/run.ts'
import { dataDir, key, lines, temporaryFolder, withStaged, writeFiles } from '../staged-inbox.ts'
import { knownLayouts, requireSameEnding } from './arrivals.ts'
import { filesOf, pairs, sentAgain, standingOf } from './pairs.ts'

const thousand = pairs(1_000)
const both = filesOf(thousand, ['first', 'second'])

async function standing(connection: DuckDBConnection): Promise<string[]> {
  const sql = join(dataDir, '..', 'etl', 'sql', 'standing', 'training.sql')
  await connection.run('create schema standing')
  await connection.run(`create table standing.training as ${readFileSync(sql, 'utf8')}`)
  return lines(
    connection,
    'select unit, record_number, satisfaction from standing.training order by all',
  )
}

test('1,000 pairs of files: what stands is what the rule says', async () => {
  expect(await withStaged(both, standing)).toEqual(standingOf(thousand).sort())
})

test('1,000 pairs of files: one sent twice is as one sent once', async () => {
  expect(await withStaged(sentAgain(both), standing)).toEqual(standingOf(thousand).sort())
})

/** Loads one inbox again and again as files arrive; answers all that was published at the end. */
async function published(...arrivals: Record<string, string>[]): Promise<string[]> {
  const folder = temporaryFolder()
  const [inbox, warehouse] = [join(folder, 'inbox'), join(folder, 'warehouse')]
  try {
    let snapshot = ''
    for (const files of arrivals) {
      writeFiles(inbox, files)
      snapshot = (await runEtl({ inbox, warehouse, pseudonymKey: key })).snapshot
    }
    return await allRows(join(warehouse, 'snapshots', snapshot, 'marts.duckdb'))
  } finally {
    rmSync(folder, { recursive: true })
  }
}

const compared = ['trained_person', 'submission', 'reported', 'quarantine', 'unmatched', 'file']

async function allRows(path: string): Promise<string[]> {
  const { connection, close } = await openDatabase(path)
  try {
    const tables = compared.map((table) => lines(connection, `from ${table} order by all`))
    return (await Promise.all(tables)).flat()
  } finally {
    close()
  }
}

test('files that arrive in any order, or all at once, come to the same', async () => {
  const people =
    '残疾人证号,姓名,性别,出生日期,户籍地区划代码,户口性质,登记日期,更新日期\n' +
    '11010519491231002X43,某某,女,1949-12-31,110105,城镇,2016-01-01,2016-01-01\n'
  const register = { '2018Q1/110000/registration.csv': people }
  const apart = (name: string) =>
    Object.fromEntries(Object.entries(both).filter(([path]) => path.includes(name)))
  const [first, second] = [apart('Q1/'), apart('Q2/')]
  const atOnce = await published({ ...register, ...both })
  expect(await published({ ...register, ...first }, second)).toEqual(atOnce)
  expect(await published(second, { ...register, ...first })).toEqual(atOnce)
  expect(atOnce.length).toBeGreaterThan(100)
})

test.each(pairs(5))('load(A, B) = load(B, A) = load(A, A, B): %j', async (pair) => {
  await requireSameEnding(pair, await knownLayouts())
})
