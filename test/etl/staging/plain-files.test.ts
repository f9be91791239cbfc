import { readdirSync } from 'node:fs'
import { dirname } from 'node:path'

import fc from 'fast-check'
import { expect, test } from 'vitest'

import { encodeGb18030 } from '../../../etl/sample/files/gb18030.ts'
import { certificateOf } from '../../support/certificates.ts'
import { lines, withStaged } from '../staged-inbox.ts'

const columns = [
  '残疾人证号',
  '姓名',
  '性别',
  '出生日期',
  '户籍地区划代码',
  '户口性质',
  '低保家庭',
  '登记日期',
  '更新日期',
]
const sound = [
  '11010519491231002X43',
  '某某',
  '女',
  '1949-12-31',
  '110105',
  '城镇',
  '是',
  '2015-01-01',
  '2016-01-01',
]

/** Cells that are right, right in another form, missing or wrong. */
const cells = [
  fc.constantFrom(
    '11010519491231002X43',
    '11010519491231002x43',
    '１1010519491231002X43',
    '11010519491231002X43B1',
    '110105194912310020',
    '-',
  ),
  fc.constantFrom('某某', '', '无', '阿\ufffd'),
  fc.constantFrom('女', '男', '女性', '', '－'),
  fc.constantFrom(
    '1949-12-31',
    '19491231',
    '1949/12/31',
    '1949年12月31日',
    '1949-13-01',
    '0949-12-31',
    '1949-12-31 00:00:00',
    '１949-12-31',
  ),
  fc.constantFrom('110105', '310104', '999999', '１10105', ''),
  fc.constantFrom('城镇', '农村', '非农业', '其他', '/'),
  fc.constantFrom('是', '否', 'Y', 'n', '1', '１', '', '也许', '无'),
  fc.constantFrom('2015-01-01', '2015/1/1', '2017-01-01'),
  fc.constantFrom('2016-01-01', '20160101', ''),
]
const changed = fc.tuple(fc.nat(8), fc.tuple(...cells))
const row = fc.tuple(fc.array(changed, { maxLength: 2 }), fc.nat(99)).map(([changes, day]) => {
  const made = sound.with(8, `2016-${String(1 + (day % 12)).padStart(2, '0')}-01`)
  for (const [at, values] of changes) made[at] = values[at] ?? ''
  return made
})
const file = fc
  .record({
    rows: fc.array(row, { maxLength: 12 }),
    turned: fc.nat(2),
    newLine: fc.constantFrom('\n', '\r\n'),
    start: fc.constantFrom('', '\ufeff', '登记表\n'),
    flaw: fc.constantFrom('', '', '', '"', ' ', ',', '\n'),
  })
  .map(({ rows, turned, newLine, start, flaw }) => {
    const turn = (list: string[]) => [...list.slice(turned), ...list.slice(0, turned)].join()
    const text = [columns, ...rows].map(turn).join(newLine) + newLine
    return `${start === '登记表\n' ? `登记表${newLine}` : start}${text}${flaw === '' ? '' : flaw + newLine}`
  })

const told = [
  'select path, fate, reason, encoding, rows_read, rows_accepted, rows_quarantined from staging.file',
  'from staging.quarantine',
  'from staging.listed',
  'select * from staging.registration order by file_id, line',
]

/** A text with characters that GB18030 has no two bytes for stays as it is. */
function inGb18030(text: string): string | Uint8Array {
  try {
    return encodeGb18030(text)
  } catch {
    return text
  }
}

/** All that staging makes of the files. */
function stagedBy(
  files: Record<string, string | Uint8Array>,
  plainFrom: number,
): Promise<string[]> {
  return withStaged(
    files,
    async (connection) => (await Promise.all(told.map((sql) => lines(connection, sql)))).flat(),
    { plainFrom },
  )
}

test('what DuckDB reads by itself becomes what the row reader makes of it', async () => {
  const inbox = fc.array(file, { minLength: 45, maxLength: 45 })
  await fc.assert(
    fc.asyncProperty(inbox, async (contents) => {
      const files = Object.fromEntries(
        contents.map((text, at) => [
          `2018Q${String((at % 2) + 1)}/${at % 3 === 0 ? '310000' : '110000'}/registration-${String(at)}.csv`,
          at % 4 === 1 ? inGb18030(text) : text,
        ]),
      )
      expect(await stagedBy(files, 0)).toEqual(await stagedBy(files, Infinity))
    }),
    { numRuns: 1 },
  )
}, 120_000)

test.each(['\n', '\r\n'])(
  'files that several threads read at once keep the lines of their rows (line end %j)',
  async (newLine) => {
    const born = (at: number) => new Date(Date.UTC(1950, 0, 1 + at)).toISOString().slice(0, 10)
    const text = (file: number) => {
      const rows = Array.from({ length: 2_000 }, (_, at) => {
        const day = born(at)
        const number = certificateOf({ born: day, serial: 1 + 2 * file })
        return [
          number,
          `行${String(at + 2)}`,
          '男',
          day,
          '110105',
          '农村',
          '2015-01-01',
          '2016-01-01',
        ]
      })
      const header =
        '残疾人证号,文化程度,性别,出生日期,户籍地区划代码,户口性质,登记日期,更新日期,姓名'
      return [header, ...rows.map((cells) => `${cells.join()},某某`), ''].join(newLine)
    }
    const names = Array.from(
      { length: 12 },
      (_, at) => `2018Q1/110000/registration-${String(at)}.csv`,
    )
    const files = Object.fromEntries(names.map((name, at) => [name, text(at)]))
    const found = await withStaged(
      files,
      async (connection) => {
        const [place = ''] = await lines(
          connection,
          `select path from duckdb_databases() where database_name = 'scratch'`,
        )
        expect(readdirSync(dirname(place)).filter((name) => name.startsWith('again-'))).toEqual([])
        return lines(
          connection,
          `select count(*), count(*) filter (education = '行' || line) from staging.registration`,
        )
      },
      { threads: 4 },
    )
    expect(found).toEqual(['24000 | 24000'])
  },
)
