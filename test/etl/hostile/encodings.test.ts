import { expect, test } from 'vitest'

import { encodeGb18030 } from '../../../etl/sample/files/gb18030.ts'
import { lines, withStaged } from '../staged-inbox.ts'

const header = '机构代码,机构名称,机构类别,所在地区划代码,成立日期'
const names = [
  '残疾人之家',
  '阿依古丽·买买提（分）',
  '㼆镕堃喆',
  'ＡＢＣ－１２３',
  'café “X”',
  '𠮷野家',
]

/** Han beyond the two-byte part, by their GB18030 bytes. */
const four_bytes: Record<string, number[]> = {
  '𠮷': [0x95, 0x34, 0xb2, 0x35],
  㼆: [0x82, 0x32, 0x8d, 0x37],
}

function gb18030(text: string): Buffer {
  const parts = text.split(/([𠮷㼆])/u).map((part) => {
    const bytes = four_bytes[part]
    return bytes ? Buffer.from(bytes) : encodeGb18030(part)
  })
  return Buffer.concat(parts)
}

const wide = (text: string) => Buffer.from(text, 'utf16le')
const encodings: Record<string, (text: string) => Buffer> = {
  'utf-8': (text) => Buffer.from(text),
  'utf-8-mark': (text) => Buffer.from(`\ufeff${text}`),
  'utf-8-crlf': (text) => Buffer.from(text.replaceAll('\n', '\r\n')),
  gb18030,
  'utf-16le-mark': (text) => wide(`\ufeff${text}`),
  'utf-16be-mark': (text) => wide(`\ufeff${text}`).swap16(),
  'utf-16le': wide,
  'utf-16be': (text) => wide(text).swap16(),
}

const files = Object.entries(encodings).flatMap(([encoding, encode]) =>
  names.map((name, at) => {
    const text = `${header}\nI1,${name},创业孵化基地,440103,2016-01-01\n`
    return [`2018Q2/440000/institution-${encoding}-${at}.csv`, encode(text)] as const
  }),
)

test('a name comes out of every encoding as it went in, 48 files', async () => {
  const found = await withStaged(Object.fromEntries(files), (staged) =>
    lines(
      staged,
      `select regexp_extract(path, '(\\d)\\.csv$', 1), institution_name, count(*), any_value(reason)
      from staging.file left join staging.institution using (file_id) group by all order by all`,
    ),
  )
  const half = (name: string) => name.normalize('NFKC')
  expect(found).toEqual(names.map((name, at) => `${at} | ${half(name)} | 8 | ∅`))
})
