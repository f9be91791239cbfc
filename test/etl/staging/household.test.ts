import { createHmac } from 'node:crypto'

import { expect, test } from 'vitest'

import { certificateOf } from '../../support/certificates.ts'
import { key, lines, withStaged } from '../staged-inbox.ts'

const header = '残疾人证号,姓名,性别,出生日期,户籍地区划代码,户口性质,家庭编号,登记日期,更新日期\n'

function row(born: string, suffix: string, family: string): string {
  const number = certificateOf({ born, serial: 1, suffix })
  return `${number},某某,男,${born},110105,城镇,${family},2016-01-01,2016-01-01\n`
}

test('members keep their place by number as written, within the household of their unit', async () => {
  const youngest = row('1980-01-01', '', 'H1')
  const rows = [
    youngest,
    row('1970-01-01', 'B1', 'H1'),
    row('1970-01-01', '', 'H1'),
    row('1960-01-01', '', 'H2'),
    row('1950-01-01', '', ''),
  ]
  const files = {
    '2018Q1/110000/registration.csv': header + rows.join(''),
    '2018Q2/110000/registration.csv': header + youngest,
    '2018Q2/120000/registration.csv': header + youngest,
  }
  const found = await withStaged(files, (connection) =>
    lines(
      connection,
      `select quarter, unit, line, family_place, family_id is null
      from staging.registration order by all`,
    ),
  )
  expect(found).toEqual([
    '2018Q1 | 110000 | 2 | 3 | false',
    '2018Q1 | 110000 | 3 | 2 | false',
    '2018Q1 | 110000 | 4 | 1 | false',
    '2018Q1 | 110000 | 5 | 1 | false',
    '2018Q1 | 110000 | 6 | ∅ | true',
    '2018Q2 | 110000 | 2 | 3 | false',
    '2018Q2 | 120000 | 2 | 1 | false',
  ])
})

test('pseudonyms: of a person HMAC-SHA-256 of 18 characters, of a household one of its own kind', async () => {
  const files = { '2018Q1/110000/registration.csv': header + row('1980-01-01', 'B1', 'H1') }
  const [found] = await withStaged(files, (connection) =>
    lines(
      connection,
      `select replace(concat(person_id, family_id), '-', '') from staging.registration`,
    ),
  )
  const hmac = (text: string) => createHmac('sha256', key).update(text).digest('hex').slice(0, 32)
  const person = certificateOf({ born: '1980-01-01', serial: 1, suffix: 'B1' }).slice(0, 18)
  expect(found).toBe(hmac(person) + hmac('family:110000H1'))
})
