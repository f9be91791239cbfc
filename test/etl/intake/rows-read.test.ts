import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { writeXlsx } from 'hucre'
import { expect, test } from 'vitest'

import { opened, trainingLayout } from '../../torture/intake/open-file.ts'
import { temporaryFolder } from '../staged-inbox.ts'

const header = '记录编号,残疾人证号,培训类别,培训机构代码,培训地区划代码,开始日期,结束日期,是否免费'
const row = '1,11010519491231002X43,城镇职业技能,PX,440103,2018-03-01,2018-03-20,是'

const texts = (rows: number, quote = '') => `${header}\n${`${quote}${row}\n`.repeat(rows)}`
const workbook = (rows: number) =>
  writeXlsx({
    sheets: [
      { name: '培训', rows: [header.split(','), ...Array<string[]>(rows).fill(row.split(','))] },
    ],
  })

test.each([
  ['a text', 'training.csv', 120_000, (rows: number) => texts(rows)],
  ['a text with quotes', 'training.csv', 120_000, (rows: number) => texts(rows, '""')],
  ['a workbook', 'training.xlsx', 25_000, workbook],
] as const)('%s tells now and then how many rows it has read', async (_, name, rows, make) => {
  const folder = temporaryFolder()
  const told: number[] = []
  try {
    writeFileSync(join(folder, name), await make(rows))
    const layout = await trainingLayout()
    expect(await opened(join(folder, name), layout, (read) => told.push(read))).toBe('read')
  } finally {
    rmSync(folder, { recursive: true })
  }
  expect(told.length).toBeGreaterThan(2)
  expect(told).toEqual(told.toSorted((a, b) => a - b))
  expect(told.filter((read) => read > 0 && read < rows).length).toBeGreaterThan(1)
})
