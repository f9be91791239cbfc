import { expect, test } from 'vitest'

import { lines, marts } from './staged.ts'

const file = ['registration', 'service'].map((extract) => ({ unit: '440000', extract }))

test('holds who is due and reached at each quarter’s end to the as-of day, by all attributes', async () => {
  const registration = [
    {
      person: 'a',
      wants_work: true,
      birth_date: '1993-02-01',
      sex: '女',
      household: '农村',
      education: '初中',
      registered_on: '2017-11-30',
    },
    { person: 'b', wants_work: true, birth_date: '1958-05-10', registered_on: '2018-03-31' },
  ]
  const service = [{ record_number: '1', person: 'a', served_on: '2018-03-31' }]
  const found = await lines(
    await marts({ file, registration, service }),
    `select quarter_end, province_code, sex, disability_type, disability_grade, household, education,
      age_band, persons_due, persons_reached
    from marts.person_profile where indicator = 'A4' order by all`,
  )
  expect(found).toEqual([
    '2017-12-31 440000 女 4 3 农村 初中 16–24 岁 1 0',
    '2018-03-31 440000 女 4 3 农村 初中 25–34 岁 1 1',
    '2018-03-31 440000 男 4 3 城镇 null 55–59 岁 1 0',
    '2018-06-30 440000 女 4 3 农村 初中 25–34 岁 1 1',
  ])
})
