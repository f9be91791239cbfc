import { spawnSync } from 'node:child_process'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { afterAll, beforeAll, expect, test } from 'vitest'

import { encodeGb18030 } from '../../../etl/sample/files/gb18030.ts'
import { temporaryFolder } from '../staged-inbox.ts'

let folder: string

beforeAll(() => (folder = temporaryFolder()))
afterAll(() => rmSync(folder, { recursive: true }))

/** What a program says that may write no file beyond 200 KiB: a write across that mark is cut, without an error. */
function saidWithin200KiB(body: string): string {
  const program = `try { ${body} } catch ({ code }) { console.log(code) }`
  const node = 'ulimit -f 200; exec "$0" --import tsx --input-type=module --eval "$1"'
  const { stdout, stderr } = spawnSync('bash', ['-c', node, process.execPath, program], {
    encoding: 'utf8',
  })
  return stdout.trim() || stderr
}

test('a copy in UTF-8 that the disk cuts is not taken for whole', () => {
  const path = join(folder, 'registration.csv')
  const header = '残疾人证号,姓名,性别,出生日期,户籍地区划代码,户口性质,登记日期,更新日期\n'
  const row = '11010519491231002X43,某某,女,1949-12-31,110105,城镇,2015-01-01,2016-01-01\n'
  writeFileSync(path, encodeGb18030(header + row.repeat(3_000)))
  const [from, to] = [JSON.stringify(path), JSON.stringify(join(folder, 'copy.csv'))]
  const said = saidWithin200KiB(`
    const { plainCsv } = await import('./etl/intake/plain-csv.ts')
    const { readLayouts } = await import('./etl/layouts.ts')
    const layout = (await readLayouts('data')).find(({ extract }) => extract === 'registration')
    console.log(plainCsv(${from}, layout, ${to}).rows)`)
  expect(said).toBe('EFBIG')
})

test('rows passed on that the disk cuts are not taken for whole', () => {
  const said = saidWithin200KiB(`
    const { Sink } = await import('./etl/intake/outlet.ts')
    const sink = new Sink(${JSON.stringify(join(folder, 'rows.txt'))}, ',', ['person_name'])
    sink.write('某'.repeat(100_000))
    sink.close()
    console.log('whole')`)
  expect(said).toBe('EFBIG')
})
