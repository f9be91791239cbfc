import { expect, test } from 'vitest'

import { lines, withStaged } from '../staged-inbox.ts'

const holder = '11010519491231002X43'
const service = '记录编号,残疾人证号,服务类别,服务日期,状态'
const row = (key: string, kind = '职业介绍') => `${key},${holder},${kind},2018-01-05,`
const person = (household: string) =>
  `${holder},某某,女,1949-12-31,440103,${household},2016-01-01,2016-01-01`
const people = '残疾人证号,姓名,性别,出生日期,户籍地区划代码,户口性质,登记日期,更新日期'
const targets = '计划代码,指标代码,地区划代码,年度,目标值'
const csv = (...rows: string[]) => [...rows, ''].join('\n')

const broken = {
  'sent again sound': row('S1', '帮助'),
  'sent again as bad': row('S2', '帮助'),
  withdrawn: row('S3', '帮助'),
  'sent by another unit': row('S4', '帮助'),
  'sent earlier only': row('S5', '帮助'),
  'without a key': row('', '帮助'),
  'with a cell too many': `${row('S7')},多`,
  'one key, two contents': row('S8'),
  'one key, other content': row('S8', '职业指导'),
}

const files = {
  '2017Q4/440000/service.csv': csv(service, row('S5')),
  '2018Q1/440000/service.csv': csv(service, ...Object.values(broken)),
  '2018Q1/440000/service-02.csv': csv(service, row('S1'), row('S2', '帮忙'), 'S3,,,,作废'),
  '2018Q2/440000/service.csv': csv(service, row('S7'), row('S8')),
  '2018Q2/110000/service.csv': csv(service, row('S4')),
  '2018Q1/440000/registration.csv': csv(people, person('县城')),
  '2018Q2/440000/registration.csv': csv(people, person('城镇')),
  '2018Q1/440000/target.csv': csv(targets, '13-5,A1,440000,十年,5', '13-5,A2,440000,全期,五'),
  '2018Q2/440000/target.csv': csv(targets, '13-5,A1,440000,全期,5', '13-5,A2,440000,全期,5'),
}

test('a quarantined row is mended once its unit has sent the record again in a later file', async () => {
  const found = await withStaged(files, (connection) =>
    lines(
      connection,
      `select distinct path, line, state from staging.quarantine where starts_with(path, '2018Q1')
      order by path, line`,
    ),
  )
  const [open, mended] = ['open', 'mended']
  const states = {
    registration: [mended],
    'service-02': [open],
    service: [mended, open, mended, open, open, open, open, mended, mended],
    target: [open, mended],
  }
  const lineOf = (name: string, at: number) => (name === 'service-02' ? 3 : at + 2)
  expect(found).toEqual(
    Object.entries(states).flatMap(([name, own]) =>
      own.map((state, at) => `2018Q1/440000/${name}.csv | ${lineOf(name, at)} | ${state}`),
    ),
  )
})

/** The row of totals is sent again too, and then not any more; of employment nothing comes that is read. */
const trainings =
  '记录编号,残疾人证号,培训类别,培训机构代码,培训地区划代码,开始日期,结束日期,是否免费'
const spells = '记录编号,残疾人证号,就业形式,城乡,就业地区划代码,开始日期'
const totalled = {
  '2018Q1/440000/training.csv': csv(trainings, '合计,,,,,,,'),
  '2018Q1/440000/training-02.csv': csv(trainings, '合计,,,,,,,', '小计,,,,,,,'),
  '2018Q2/440000/training.csv': csv(trainings),
  '2018Q1/110000/training.csv': csv(trainings, '合计,,,,,,,'),
  '2018Q2/440000/employment.csv': csv(spells, '合计,,,,,'),
  '2018Q2/440000/employment-02.csv': csv('姓名', '没有所需的列'),
}

test('a row of totals is mended with the unit’s next file of the extract that is read', async () => {
  const found = await withStaged(totalled, (connection) =>
    lines(connection, `select path, line, state from staging.quarantine order by path, line`),
  )
  expect(found).toEqual([
    '2018Q1/110000/training.csv | 2 | open',
    '2018Q1/440000/training-02.csv | 2 | mended',
    '2018Q1/440000/training-02.csv | 3 | mended',
    '2018Q1/440000/training.csv | 2 | mended',
    '2018Q2/440000/employment.csv | 2 | open',
  ])
})
