import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { MartDriver } from '../../cube/duckdb-driver.ts'
import { driverKeeper } from '../../cube/gateway.ts'

let folder: string
let driver: MartDriver

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'driver-'))
  const path = join(folder, 'marts.duckdb')
  const instance = await DuckDBInstance.create(path)
  const connection = await instance.connect()
  await connection.run(
    "CREATE TABLE t AS SELECT 1 AS n, DATE '2018-06-30' AS day, 0.5::DOUBLE AS r",
  )
  connection.closeSync()
  instance.closeSync()
  await writeFile(join(folder, 'other.csv'), 'a\n1\n')
  driver = new MartDriver(path)
})
afterAll(async () => {
  await driver.release()
  await rm(folder, { recursive: true })
})

it('gives days as they are written, whatever the host’s zone', async () => {
  expect(await driver.query('SELECT * FROM t WHERE n = ?', ['1'])).toEqual([
    { n: 1, day: '2018-06-30', r: 0.5 },
  ])
  const [row] = await driver.query<{ zone: string }>("SELECT current_setting('TimeZone') AS zone")
  expect(row?.zone).toBe('UTC')
})

it('gives columns as they are written, whatever is missing among them', async () => {
  const cells = [
    ['440106', '2018-06-30', 7, 7, 0.5],
    ['', '1969-12-31', -1, -1, -0.25],
    ['44', '1900-01-01', 2 ** 40, -(2 ** 40), 0],
    ['a\u0000', '2018-06-30', -(2 ** 40), 2 ** 64, 1],
    ['a', '2018-06-30', 9007199254740993n, -(2n ** 64n), 2],
    ['440100-self', '2018-06-30', -9007199254740993n, 2n ** 63n, 3],
    ['广东', '2018-06-30', 2n ** 63n - 1n, -(2n ** 63n), 4],
    ['广东省', '2018-06-30', 0, 0, 5],
  ]
  const written = cells.map((row) =>
    row.map((cell) =>
      typeof cell === 'string' ? `'${cell.replace('\u0000', "'||chr(0)||'")}'` : cell,
    ),
  )
  const columnsOf = (rows: unknown[][]) =>
    driver.columns(
      `SELECT text, day::DATE, whole::BIGINT, huge::HUGEINT, part::DOUBLE
       FROM (VALUES ${rows.map((row) => `(${row.join(', ')})`).join(', ')}) AS t (text, day, whole, huge, part)`,
    )
  const expected = cells.map((row) =>
    row.map((cell) => (typeof cell === 'bigint' ? Number(cell) : cell)),
  )
  const transposed = (rows: unknown[][]) => [0, 1, 2, 3, 4].map((at) => rows.map((row) => row[at]))
  expect(await columnsOf(written)).toEqual(transposed(expected))
  const nothing = ['NULL', 'NULL', 'NULL', 'NULL', 'NULL']
  expect(await columnsOf([...written, nothing])).toEqual(
    transposed([...expected, [null, null, null, null, null]]),
  )
})

it('reads an answer of several chunks in its order', async () => {
  const [texts = []] = await driver.columns('SELECT (440000 + range % 3)::VARCHAR FROM range(5000)')
  expect(texts).toEqual(Array.from({ length: 5000 }, (_, at) => String(440000 + (at % 3))))
})

it.each([
  ['writing', () => 'CREATE TABLE u (n INTEGER)'],
  ['changing rows', () => 'DELETE FROM t'],
  ['another file', () => `SELECT * FROM read_csv('${join(folder, 'other.csv')}')`],
  ['another file as text', () => `SELECT * FROM read_text('${join(folder, 'other.csv')}')`],
  ['sniffing another file', () => `FROM sniff_csv('${join(folder, 'other.csv')}')`],
  ['listing a folder', () => `SELECT * FROM glob('${folder}/*')`],
  ['attaching', () => `ATTACH '${join(folder, 'new.duckdb')}'`],
  ['copying out', () => `COPY t TO '${join(folder, 'out.csv')}'`],
  ['settings', () => 'SET enable_external_access = true'],
  ['the time zone', () => "SET TimeZone = 'Asia/Shanghai'"],
  ['an extension', () => 'INSTALL httpfs'],
])('refuses %s', async (_, sql) => {
  await expect(driver.query(sql())).rejects.toThrow('MartFault')
})

it('spills outside of the snapshot’s folder', async () => {
  const [row] = await driver.query<{ at: string }>("SELECT current_setting('temp_directory') AS at")
  expect(row?.at.startsWith(join(tmpdir(), 'jiuye-spill-'))).toBe(true)
})

it('answers several questions at once', async () => {
  const asked = Array.from({ length: 20 }, (_, n) => driver.query('SELECT ? AS n', [String(n)]))
  const rows = (await Promise.all(asked)).flat()
  expect(rows).toEqual(Array.from({ length: 20 }, (_, n) => ({ n: String(n) })))
})

it('keeps four snapshots open, also where closed ones are asked again', async () => {
  const path = join(folder, 'marts.duckdb')
  const closed: string[] = []
  const driverFor = driverKeeper(() => path)
  const drivers = Array.from({ length: 6 }, (_, at) => {
    const made = driverFor(String(at))
    vi.spyOn(made, 'release').mockImplementation(() => {
      closed.push(String(at))
      return MartDriver.prototype.release.call(made)
    })
    return made
  })
  for (const made of [...drivers, ...drivers]) await made.query('SELECT 1')
  expect(closed).toEqual(['0', '1', '2', '3', '4', '5', '0', '1'])
  for (const made of drivers) await made.release()
})

it('gives the answers under way before it closes', async () => {
  const driverFor = driverKeeper(() => join(folder, 'marts.duckdb'))
  const drivers = Array.from({ length: 6 }, (_, at) => driverFor(String(at)))
  const slow = 'SELECT count(*)::INTEGER AS n FROM range(20000000) WHERE range % 7 = 3'
  const asked = [...drivers, ...drivers].map((made) => made.query(slow))
  const answers = await Promise.allSettled(asked)
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 'fulfilled'))
  for (const made of drivers) await made.release()
})
