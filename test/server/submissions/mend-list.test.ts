import { readXlsx } from 'hucre'
import { expect, it } from 'vitest'
import { mendList } from '../../../server/submissions/mend-list.ts'

const fault = { path: 'a.csv', extract: 'training', line: 2, column: null, rule: '…', value: null }

it.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['***12', '***12'],
  ['男', '男'],
])('writes %j so that no spreadsheet runs it', async (value, written) => {
  const book = await readXlsx(await mendList([{ ...fault, value }]))
  expect(book.sheets[0]?.rows[1]?.[4]).toBe(written)
})
