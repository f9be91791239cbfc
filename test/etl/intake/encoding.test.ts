import { expect, test } from 'vitest'

import { detectEncoding } from '../../../etl/intake/decoding.ts'
import { encodeGb18030 } from '../../../etl/sample/files/gb18030.ts'
import { lines, outcome, withStaged } from '../staged-inbox.ts'

const path = '2018Q2/440000/institution.csv'
const text =
  '机构代码,机构名称,机构类别,所在地区划代码,成立日期\n' +
  'I1,残疾人之家,创业孵化基地,440103,2016-01-01\n'

const utf16le = Buffer.from(text, 'utf16le')
const utf16be = Buffer.from(utf16le).swap16()
const encoded: Record<string, Buffer> = {
  'UTF-8': Buffer.from(text),
  'UTF-8 with a mark': Buffer.from(`\ufeff${text}`),
  GB18030: encodeGb18030(text),
  'UTF-16LE with a mark': Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le]),
  'UTF-16BE with a mark': Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be]),
  'UTF-16LE': utf16le,
  'UTF-16BE': utf16be,
}

test.each(Object.entries(encoded))('%s', async (_, bytes) => {
  const found = await withStaged({ [path]: bytes }, (connection) =>
    lines(connection, 'select institution_code, institution_name from staging.institution'),
  )
  expect(found).toEqual(['I1 | 残疾人之家'])
})

const big5 = Buffer.from([0xbe, 0xf7, 0xba, 0x63, 0xa5, 0x4e, 0xbd, 0x58, 0x0a, 0x49, 0x31, 0x0a])

test.each<[string, Buffer]>([
  ['UTF-8 that goes on in GB18030', Buffer.concat([Buffer.from(text), encodeGb18030(text)])],
  [
    'GB18030 that goes on in UTF-8',
    Buffer.concat([encodeGb18030(text), Buffer.from('I2,€', 'latin1'), Buffer.from([0xff])]),
  ],
  ['a character cut in half', Buffer.from(text).subarray(0, -35)],
  ['bytes that are no text', Buffer.from([0x80, 0x81, 0xff, 0xff, 0xfe, 0x0a])],
  ['Big5', big5],
])('%s is refused', async (_, bytes) => {
  const found = await outcome({ [path]: bytes })
  expect(found).toHaveLength(1)
  expect(found[0]).toMatch(/编码|截断|表头/)
})

test('a character that was lost before is quarantined', async () => {
  expect(await outcome({ [path]: text.replace('之', '\ufffd') })).toEqual([
    `${path} 2 机构名称 含有无法识别的字符 残疾人\ufffd家`,
    `${path} 0/1`,
  ])
})

test('a chunk that ends inside a character does not change the encoding', () => {
  expect(detectEncoding(Buffer.from('机构').subarray(0, 4))).toBe('utf-8')
  expect(detectEncoding(encodeGb18030('机构代码').subarray(0, 5))).toBe('gb18030')
})
