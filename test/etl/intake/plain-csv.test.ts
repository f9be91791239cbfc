import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'

import { readCsv } from '../../../etl/intake/csv-file.ts'
import { cell_separator, Outlet, Sink } from '../../../etl/intake/outlet.ts'
import { plainCsv } from '../../../etl/intake/plain-csv.ts'
import { RowIntake } from '../../../etl/intake/row-intake.ts'
import { readLayouts, type Layout } from '../../../etl/layouts.ts'
import { encodeGb18030 } from '../../../etl/sample/files/gb18030.ts'
import { dataDir, temporaryFolder } from '../staged-inbox.ts'

const header = '残疾人证号,姓名,性别,出生日期,户籍地区划代码,户口性质,登记日期,更新日期'
const row = '11010519491231002X43,某某,女,1949-12-31,110105,城镇,2015-01-01,2016-01-01'

let folder: string
let layout: Layout | undefined

beforeAll(async () => {
  folder = temporaryFolder()
  layout = (await readLayouts(dataDir)).find(({ extract }) => extract === 'registration')
})
afterAll(() => rmSync(folder, { recursive: true }))

function plainOf(content: string | Uint8Array) {
  if (!layout) throw new Error('registration is no extract')
  const path = join(folder, 'file.csv')
  writeFileSync(path, content)
  return plainCsv(path, layout, join(folder, 'copy.csv'))
}

const quoted = (line: string) =>
  line
    .split(',')
    .map((cell) => `"${cell}"`)
    .join()
const allQuoted = (text: string) =>
  Buffer.from(text.replace(/^\ufeff/, '').replace(/[^\r\n]+/g, quoted))
const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le')

test.each<[string, string | Uint8Array, number]>([
  ['plain', `${header}\n${row}\n${row}\n`, 2],
  ['a byte order mark', `\ufeff${header}\n${row}\n`, 1],
  ['Windows line ends', `${header}\r\n${row}\r\n`, 1],
  ['a title above the header', `登记表\n${header}\n${row}\n`, 1],
  ['no row', `${header}\n`, 0],
  ['empty cells', `${header}\n,某某,,,,,,\n`, 1],
  ['a word that ends like a total', `${header}\n${row.replace('某某', '会计')}\n`, 1],
  ['GB18030', encodeGb18030(`${header}\n${row.replace('某某', '喆堃')}\n`), 1],
  ['GB18030 longer than a piece', encodeGb18030(`${header}\n${`${row}\n`.repeat(70_000)}`), 70_000],
  ['every cell in quotes', `${quoted(header)}\r\n${quoted(row)}\r\n`, 1],
  [
    'some cells in quotes',
    `\ufeff"残疾人证号"${header.slice(5)}\n${row.replace('某某', '"某某"')}\n`,
    1,
  ],
  ['an empty cell in quotes', `${header}\n${row.replace('某某', '""')}\n`, 1],
  ['quotes in GB18030', encodeGb18030(`${quoted(header)}\n${quoted(row)}\n`), 1],
  ['quotes over many pieces', `${quoted(header)}\n${`${quoted(row)}\n`.repeat(70_000)}`, 70_000],
  ['UTF-16', utf16(`${header}\r\n${row}\r\n`), 1],
])('%s is plain', (_, content, rows) => {
  expect(plainOf(content)?.rows).toBe(rows)
})

test.each<[string, string | Uint8Array]>([
  ['a quote within a cell', `${header}\n${row.replace('某某', '某"某')}\n`],
  ['a quote that does not open', `${header}\n${row.replace('某某', '某某"')}\n`],
  ['a quote that does not close', `${header}\n${row.replace('某某', '"某某')}\n`],
  ['a quote that closes too early', `${header}\n${row.replace('某某', '"某"某')}\n`],
  ['a comma in quotes', `${header}\n${row.replace('某某,女', '"某某,女"')}\n`],
  ['a line end in quotes', `${header}\n${row.replace('某某', '"某\n某"')}\n`],
  ['a quote in quotes', `${header}\n${row.replace('某某', '"某""某"')}\n`],
  ['a space in quotes', `${header}\n${row.replace('某某', '"某某 "')}\n`],
  ['a row of empty quotes', `${quoted(header)}\n${quoted(',,,,,,,')}\n`],
  ['quotes that begin in a later piece', `${header}\n${`${row}\n`.repeat(70_000)}${quoted(row)}\n`],
  ['a cell too few', `${header}\n${row}\n${row.slice(0, -11)}\n`],
  ['a cell too many', `${header}\n${row},\n`],
  ['a blank line', `${header}\n\n${row}\n`],
  ['a row of commas', `${header}\n,,,,,,,\n`],
  ['a row of commas and wide spaces', `${header}\n,\u2003,,,,,,\n`],
  ['a space behind a cell', `${header}\n${row.replace('某某', '某某 ')}\n`],
  ['a wide space before a cell', `${header}\n${row.replace('某某', '\u3000某某')}\n`],
  ['a space at the end of a line', `${header}\n${row}\u00a0\n`],
  ['a row of totals', `${header}\n合 计,,,,,,,\n`],
  ['mixed line ends', `${header}\n${row}\r\n`],
  ['a carriage return alone', `${header}\n${row.replace('某某', '某\r某')}\n`],
  ['a control character', `${header}\n${row.replace('某某', '某\u0085某')}\n`],
  ['no line end', `${header}\n${row}`],
  ['no header', `${row}\n${row}\n`],
  ['a column twice', `${header},姓名\n${row},某某\n`],
  ['nothing', ''],
  [
    'UTF-8 and then GB18030',
    Buffer.from([...Buffer.from(`${header}\n${`${row}\n`.repeat(2_000)}`), 0xc4, 0x0a]),
  ],
  ['a quote in GB18030', encodeGb18030(`${header}\n${row.replace('某某', '"某某')}\n`)],
])('%s is not', (_, content) => {
  expect(plainOf(content)).toBeNull()
})

test('GB18030 that is cut within a character is left to the row reader, which refuses it', () => {
  const cut = encodeGb18030(`${header}\n${row.replace('某某', '某')}`).subarray(0, -60)
  expect(() => plainOf(Buffer.concat([cut, Buffer.from([0xc4])]))).toThrow()
})

/** What the row reader passes on of the file just looked at. */
async function rowReader(from: Layout) {
  const rows = new Outlet(folder, 'rows')
  const faults = new Sink(join(folder, 'faults.txt'), cell_separator, ['rule'])
  const intake = new RowIntake(1, from, { rows, faults }, false)
  await readCsv(join(folder, 'file.csv'), intake)
  const { rowsRead } = intake.finish()
  const used = rows.close().filter((sink) => sink.used)
  faults.close()
  const lines = used.map(({ path }) => readFileSync(path, 'utf8')).join('')
  const text = lines.replaceAll(cell_separator, ',')
  for (const { path } of used) rmSync(path)
  return { rowsRead, text, faulty: faults.used }
}

const cell = fc.oneof(
  {
    weight: 30,
    arbitrary: fc.constantFrom('', '男', '2018-06-30', '会计', '11010519491231002X43'),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      ' ',
      '\t',
      '\u3000',
      '合计',
      '合 计',
      '"',
      '""',
      '\u2003',
      '\ufeff',
      '\v',
    ),
  },
  { weight: 1, arbitrary: fc.string({ unit: 'grapheme', maxLength: 4 }) },
)
const line = fc.array(cell, { minLength: 8, maxLength: 8 }).map((cells) => cells.join())
const odd = fc.constantFrom(
  '',
  ',',
  ',,,,,,,',
  '合计,,,,,,,',
  `${row},`,
  row.slice(3),
  'x',
  '\ufeff',
)
const texts = fc
  .tuple(
    fc.constantFrom('', '\ufeff', '表\n'),
    fc.array(fc.oneof({ weight: 30, arbitrary: line }, { weight: 1, arbitrary: odd }), {
      maxLength: 6,
    }),
    fc.constantFrom('\n', '\n', '\r\n'),
    fc.constantFrom('end', 'end', 'end', 'open'),
  )
  .map(([start, rows, newLine, end]) => {
    const text = [header, ...rows].join(newLine)
    return `${start}${text}${end === 'end' ? newLine : ''}`
  })

const encoders = fc.constantFrom(null, null, encodeGb18030, utf16, allQuoted)

/** Null too where a text cannot be written in the encoding, or is refused as one in it. */
function plainIn(encode: (text: string) => Uint8Array, text: string) {
  try {
    return plainOf(encode(text))
  } catch {
    return null
  }
}

test('of a plain file the row reader passes on the cells of each line as they came', async () => {
  let plain = 0
  await fc.assert(
    fc.asyncProperty(texts, encoders, async (text, encode) => {
      const found = encode === null ? plainOf(text) : plainIn(encode, text)
      if (!found || !layout) return
      plain += 1
      const told = readFileSync(found.path, 'utf8').replace(/^\ufeff/, '')
      expect(told).toBe(text.replace(/^\ufeff/, '').replaceAll('"', ''))
      const below = told.split(/\r?\n/).slice(found.headerLine, -1)
      const lines = below.map((one, at) => `1,${String(found.headerLine + 1 + at)},${one}\n`)
      expect(await rowReader(layout)).toEqual({
        rowsRead: found.rows,
        text: lines.join(''),
        faulty: false,
      })
    }),
    { numRuns: 500 },
  )
  expect(plain).toBeGreaterThan(100)
})
