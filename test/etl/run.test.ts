import { execFileSync, spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

import fc from 'fast-check'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'

import { openDatabase } from '../../etl/database.ts'
import { runEtl, type EtlResult } from '../../etl/run.ts'
import { key, lines, temporaryFolder, writeFiles } from './staged-inbox.ts'

const number = '11010519491231002X'
const name = '欧阳试验'
const header = '残疾人证号,姓名,性别,出生日期,户籍地区划代码,户口性质,登记日期,更新日期\n'
const registration = `${header}${number}43,${name},女,1949-12-31,440103,城镇,2016-01-01,2016-01-01\n`
const institutions = (...codes: string[]) =>
  [
    '机构代码,机构名称,机构类别,所在地区划代码,成立日期',
    ...codes.map((code) => `${code},甲,辅助性就业机构,440103,2016-01-01`),
    '',
  ].join('\n')

let folder = ''
let [inbox, warehouse] = ['', '']

beforeEach(() => {
  folder = temporaryFolder()
  inbox = join(folder, 'inbox')
  warehouse = join(folder, 'warehouse')
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true })
})

function run(): Promise<EtlResult> {
  return runEtl({ inbox, warehouse, pseudonymKey: key })
}

async function published(sql: string): Promise<string[]> {
  const { snapshot } = JSON.parse(readFileSync(join(warehouse, 'current.json'), 'utf8')) as {
    snapshot: string
  }
  const path = join(warehouse, 'snapshots', snapshot, 'marts.duckdb')
  const { connection, close } = await openDatabase(path, { access_mode: 'READ_ONLY' })
  try {
    return await lines(connection, sql)
  } finally {
    close()
  }
}

const fate = 'select path, rows_read, rows_accepted, rows_quarantined from file order by path'

test('a second run with nothing new does nothing, and a new file makes a new snapshot', async () => {
  writeFiles(inbox, { '2018Q1/440000/institution.csv': institutions('I1') })
  const first = await run()
  expect(first).toMatchObject({ published: true, refusedFiles: 0 })
  expect(await run()).toMatchObject({ published: false, snapshot: first.snapshot })
  writeFiles(inbox, { '2018Q2/440000/institution.csv': institutions('I1', 'I2') })
  const second = await run()
  expect(second.published).toBe(true)
  expect(second.snapshot).toMatch(/^2018Q2-/)
  expect(await published(fate)).toEqual([
    '2018Q1/440000/institution.csv | 1 | 1 | 0',
    '2018Q2/440000/institution.csv | 2 | 2 | 0',
  ])
  rmSync(join(inbox, '2018Q2'), { recursive: true })
  expect(await run()).toMatchObject({ published: true, snapshot: first.snapshot })
  expect(readdirSync(join(warehouse, 'snapshots')).sort()).toEqual(
    [first.snapshot, second.snapshot].sort(),
  )
})

test('a refused file is reported, the rest is published, and the exit status says so', async () => {
  writeFiles(inbox, {
    '2018Q2/440000/institution.csv': institutions('I1'),
    '2018Q2/440000/service.csv': '记录编号\n1\n',
  })
  const words = ['etl/main.ts', '--inbox', inbox, '--warehouse', warehouse]
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', ...words], {
    env: { ...process.env, PSEUDONYM_KEY: key },
    encoding: 'utf8',
  })
  expect(status).toBe(2)
  expect(stdout).toContain('拒收 2018Q2/440000/service.csv')
  expect(await published(fate)).toEqual([
    '2018Q2/440000/institution.csv | 1 | 1 | 0',
    '2018Q2/440000/service.csv | 0 | 0 | 0',
  ])
})

test('a target of a plan or indicator that is not known is listed', async () => {
  const header = '计划代码,指标代码,地区划代码,年度,目标值'
  writeFiles(inbox, {
    '2018Q2/000000/target.csv': `${header}\n13-5,A1,440000,2018,5\n13-5,Z9,440000,2018,5\n14-5,A1,440000,2018,5\n`,
  })
  await run()
  expect(
    await published("select line, value from listed where kind = 'unknown_indicator'"),
  ).toEqual(['3 | 13-5 Z9', '4 | 14-5 A1'])
  expect(await published('select indicator from target')).toEqual(['A1'])
})

test('refused files are told again where nothing is new', async () => {
  writeFiles(inbox, {
    '2018Q2/440000/institution.csv': institutions('I1'),
    '2081Q2/440000/institution.csv': institutions('I2'),
  })
  const { snapshot } = await run()
  expect(snapshot).toMatch(/^2018Q2-/)
  expect(await run()).toMatchObject({ published: false, refusedFiles: 1 })
})

test('a corrected file of the same size and time is loaded', async () => {
  writeFiles(inbox, { '2018Q2/440000/institution.csv': institutions('I1') })
  const path = join(inbox, '2018Q2/440000/institution.csv')
  const { mtime } = statSync(path)
  await run()
  writeFileSync(path, institutions('I2'))
  utimesSync(path, mtime, mtime)
  expect(await run()).toMatchObject({ published: true })
})

test('where no file is accepted nothing is published and the old snapshot stands', async () => {
  writeFiles(inbox, { '2018Q2/440000/service.csv': '记录编号\n1\n' })
  await expect(run()).rejects.toThrow('nothing was published')
  expect(existsSync(join(warehouse, 'current.json'))).toBe(false)
})

test('a load that lacks memory says how to give it more, and leaves the old snapshot in place', async () => {
  writeFiles(inbox, { '2018Q1/440000/registration.csv': registration })
  const { snapshot } = await run()
  writeFiles(inbox, { '2018Q2/440000/registration.csv': registration })
  vi.stubEnv('ETL_MEMORY_LIMIT', '20MB')
  await expect(run()).rejects.toThrow(
    /^Out of Memory.*\nThe load may use 20MB of memory: .*ETL_MEMORY_LIMIT=8GB/,
  )
  vi.unstubAllEnvs()
  expect(readFileSync(join(warehouse, 'current.json'), 'utf8')).toContain(snapshot)
})

test('no number and no name is published, and nothing is left in a temporary folder', async () => {
  vi.stubEnv('TMPDIR', folder)
  writeFiles(inbox, {
    '2018Q2/440000/registration.csv':
      registration + registration.slice(header.length).replace('城镇', '县城'),
    '2018Q2/440000/registration-2.csv': registration,
  })
  await run()
  expect(await published('select value from quarantine')).toEqual(['县城'])
  const files = readdirSync(warehouse, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  expect(files.map((file) => file.name).sort()).toEqual([
    'current.json',
    'file_hashes.json',
    'lock.duckdb',
    'manifest.json',
    'manifest.json.sha256',
    'marts.duckdb',
    'part_hashes.json',
  ])
  for (const file of files) {
    const bytes = readFileSync(join(file.parentPath, file.name))
    for (const secret of [number, number.slice(0, 17), name, key])
      expect(bytes.includes(secret)).toBe(false)
  }
  expect(readdirSync(folder).sort()).toEqual(['inbox', 'warehouse'])
})

test('what a killed load left is taken over and cleared', async () => {
  writeFiles(inbox, { '2018Q2/440000/institution.csv': institutions('I1') })
  mkdirSync(join(warehouse, 'snapshots', '2018Q2-00000000.tmp'), { recursive: true })
  const holder = await holdLock()
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  await run()
  expect(readdirSync(join(warehouse, 'snapshots'))).toHaveLength(1)
})

test.each(['lock.duckdb', 'current.json', 'file_hashes.json', 'part_hashes.json'])(
  'a torn %s does not stop the next load',
  async (file) => {
    writeFiles(inbox, { '2018Q2/440000/institution.csv': institutions('I1') })
    const { snapshot } = await run()
    writeFileSync(join(warehouse, file), '{"sn')
    expect((await run()).snapshot).toBe(snapshot)
    expect(await published('select count(*)::int as n from submission')).toHaveLength(1)
  },
)

test('one load at a time', async () => {
  writeFiles(inbox, { '2018Q2/440000/institution.csv': institutions('I1') })
  const holder = await holdLock()
  await expect(run()).rejects.toThrow(`is being loaded by process ${String(holder.pid)}`)
  holder.kill('SIGKILL')
  await once(holder, 'exit')
  const [first, second] = await Promise.allSettled([run(), run()])
  expect([first.status, second.status].sort()).toEqual(['fulfilled', 'rejected'])
})

/** Another process that holds the warehouse's lock until it is killed. */
async function holdLock(): Promise<ChildProcess> {
  const module = pathToFileURL(join('etl', 'lock.ts')).href
  const script = `const { lock } = await import('${module}'); await lock('${warehouse}'); console.log('held'); setInterval(() => {}, 1e6)`
  const holder = spawn(process.execPath, ['--import', 'tsx', '--input-type=module', '-e', script])
  await once(holder.stdout, 'data')
  return holder
}

test('the key may not lie in the warehouse, and not be short', async () => {
  writeFiles(inbox, { '2018Q2/440000/institution.csv': institutions('I1') })
  await expect(runEtl({ inbox, warehouse, pseudonymKey: 'short' })).rejects.toThrow('at least 32')
})

test('a corrected file replaces, whatever came in which order', async () => {
  const codes = fc.uniqueArray(
    fc.integer({ min: 1, max: 6 }).map((at) => `I${String(at)}`),
    { minLength: 1 },
  )
  await fc.assert(
    fc.asyncProperty(codes, codes, async (before, after) => {
      rmSync(inbox, { recursive: true, force: true })
      writeFiles(inbox, {
        '2018Q1/440000/institution.csv': institutions(...before),
        '2018Q1/440000/institution-2.csv': institutions(...after),
      })
      const { summary } = await run()
      const standing = new Set([...before, ...after]).size
      const counts = [
        2,
        0,
        before.length + after.length,
        standing,
        0,
        before.length + after.length - standing,
        0,
      ]
      const line = summary.split('\n').find((text) => text.startsWith('institution')) ?? ''
      expect(line.trim().split(/\s+/).slice(2)).toEqual(counts.map(String))
    }),
    { numRuns: 4 },
  )
})

test('the host may be in any time zone', async () => {
  writeFiles(inbox, {
    '2018Q2/440000/registration.csv': registration,
    '2018Q2/440000/institution.csv': institutions('I1'),
  })
  const dump = async () => [
    ...(await published('select * exclude (unit_code) from institution_coverage order by all')),
    ...(await published('select min(day), max(day), count(*) from as_of')),
  ]
  await run()
  const here = await dump()
  rmSync(warehouse, { recursive: true })
  execFileSync('npx', ['tsx', 'etl/main.ts', '--inbox', inbox, '--warehouse', warehouse], {
    env: { ...process.env, TZ: 'Asia/Shanghai', PSEUDONYM_KEY: key },
    stdio: 'ignore',
  })
  expect(await dump()).toEqual(here)
})
