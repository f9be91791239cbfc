import { readXlsx } from 'hucre'
import { expect, it } from 'vitest'
import type { SubmittedFile } from '../../../server/manifest.ts'
import { mendList } from '../../../server/submissions/mend-list.ts'

const list = { unit: '440000', quarter: '2018Q2', snapshot: 's', files: [] }
const fault = { path: 'a.csv', extract: 'training', line: 2, column: null, rule: '…', value: null }

it.each([
  ['=1+1', "'=1+1"],
  ['+1', "'+1"],
  ['-1', '-1'],
  ['-1+A1', "'-1+A1"],
  ['＝1', "'＝1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\t=1', "'\t=1"],
  ['***12', '***12'],
  ['男', '男'],
])('writes %j so that no spreadsheet runs it', async (value, written) => {
  const book = await readXlsx(await mendList({ ...list, faults: [{ ...fault, value }] }))
  expect(book.sheets[0]?.rows[2]?.[4]).toBe(written)
})

it('lists refused files before the rows, and says so where there is nothing to mend', async () => {
  const refused = {
    fate: 'refused',
    reason: '没有表头',
    path: '2018Q2/440000/=a.csv',
  } as SubmittedFile
  const book = await readXlsx(await mendList({ ...list, files: [refused], faults: [fault] }))
  expect(book.sheets.map(({ name }) => name)).toEqual(['待修改', '说明'])
  expect(book.sheets[0]?.rows.slice(0, 4).map((row) => row.slice(0, 4))).toEqual([
    [expect.stringContaining('440000 2018Q2'), null, null, null],
    ['文件', '行号', '列名', '不符合的规则'],
    ["'=a.csv", expect.anything(), expect.anything(), '整个文件被拒收：没有表头'],
    ['a.csv', 2, expect.anything(), '…'],
  ])
  const none = await readXlsx(await mendList({ ...list, faults: [] }))
  expect(none.sheets[0]?.rows[2]?.[0]).toBe('没有需要修改的记录')
})
