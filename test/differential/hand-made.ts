import { certificateOf, creditCodeOf } from '../support/certificates.ts'
import { type Cells, csvOf } from '../support/inbox-files.ts'

let lastSerial = 100

/** Someone new, registered in a county on the first day of the plan. */
export function someone(): string {
  lastSerial += 1
  return certificateOf({ born: '1990-05-12', serial: lastSerial })
}

export function registered(certificate: string, region: string, more: Cells = {}): Cells {
  return {
    残疾人证号: certificate,
    姓名: '测试',
    性别: Number(certificate[16]) % 2 === 1 ? '男' : '女',
    出生日期: '19900512',
    户籍地区划代码: region,
    户口性质: '城镇',
    建档立卡: '否',
    毕业年份: '',
    登记日期: '2016-01-01',
    更新日期: '2016-01-01',
    状态: '',
    ...more,
  }
}

let lastRecord = 0

export function numbered(cells: Cells): Cells {
  lastRecord += 1
  return { 记录编号: `R${lastRecord}`, ...cells }
}

export function trained(certificate: string, endedOn: string, more: Cells = {}): Cells {
  return numbered({
    残疾人证号: certificate,
    培训类别: '城镇职业技能',
    培训机构代码: 'P1',
    培训地区划代码: '440000',
    开始日期: '2015-12-01',
    结束日期: endedOn,
    是否免费: '是',
    状态: '',
    ...more,
  })
}

export function employed(certificate: string, startedOn: string, endedOn = ''): Cells {
  return numbered({
    残疾人证号: certificate,
    就业形式: '灵活就业',
    城乡: '城镇',
    就业地区划代码: '110000',
    开始日期: startedOn,
    结束日期: endedOn,
  })
}

export function opened(code: string, region: string, foundedOn: string, closedOn = ''): Cells {
  return {
    机构代码: code,
    机构名称: '测试机构',
    机构类别: '辅助性就业机构',
    所在地区划代码: region,
    成立日期: foundedOn,
    停办日期: closedOn,
  }
}

function placed(certificate: string, employer: number, region: string, from: string): Cells {
  return {
    年度: '2018',
    单位统一社会信用代码: creditCodeOf(employer),
    残疾人证号: certificate,
    所在地区划代码: region,
    合同开始日期: from,
    合同结束日期: '',
  }
}

const [twice, reissued, becameRural, paid, early, unknown, retracted, again] = [
  someone(),
  someone(),
  someone(),
  someone(),
  someone(),
  someone(),
  someone(),
  someone(),
] as const
const [nowhere, oldCode, corps, movedOut, movedWithin, cameIn] = [
  someone(),
  someone(),
  someone(),
  someone(),
  someone(),
  someone(),
] as const
const [changedJob, paused, sameDay, hired, jobless, leftBefore, twoEmployers] = [
  someone(),
  someone(),
  someone(),
  someone(),
  someone(),
  someone(),
  someone(),
] as const

const poor = { 户口性质: '农村', 建档立卡: '是' }
const practical = { 培训类别: '农村实用技术', 培训地区划代码: '420000' }
const graduate = { 毕业年份: '2017', 毕业层次: '中专' }
const moved = { 登记日期: '2018-01-10', 更新日期: '2018-01-10' }
const takenBack = trained(retracted, '2016-03-01')
const givenBack = trained(again, '2016-03-01')

const guangdong = [
  registered(twice, '440103'),
  registered(reissued, '440104'),
  registered(becameRural, '440105'),
  registered(paid, '440106'),
  registered(early, '440111'),
  registered(retracted, '440112'),
  registered(again, '440113'),
  registered(nowhere, '441900'),
  registered(cameIn, '440114', poor),
]

const trainings = [
  trained(twice, '2016-02-01'),
  trained(twice, '2017-02-01'),
  trained(`${reissued.slice(0, 19)}1B2`, '2016-02-01'),
  trained(becameRural, '2016-12-31'),
  trained(paid, '2016-02-01', { 是否免费: '否' }),
  trained(early, '2015-12-31'),
  trained(unknown, '2016-02-01'),
  takenBack,
  givenBack,
  trained(nowhere, '2018-06-30'),
]

/** An inbox small enough to count by hand; what must come of it stands in the test. */
export const handMade: Record<string, string> = {
  'demonstration.json': JSON.stringify({ demonstration: true, scale: 1, seed: 1, ratio: 1 }),
  '2016Q1/440000/registration.csv': csvOf(guangdong),
  '2016Q1/440000/training.csv': csvOf(trainings),
  '2016Q2/440000/training.csv': csvOf([
    { ...takenBack, 状态: '作废' },
    { ...givenBack, 状态: '作废' },
  ]),
  '2016Q3/440000/training.csv': csvOf([givenBack]),
  '2017Q1/440000/registration.csv': csvOf([
    registered(becameRural, '440105', { 户口性质: '农村', 更新日期: '2017-01-01' }),
  ]),
  '2018Q1/440000/registration-02.csv': csvOf([registered(movedOut, '440114', moved)]),
  '2017Q1/440000/institution.csv': csvOf([
    opened('I1', '440103', '2017-01-01', '2018-06-30'),
    opened('I2', '440104', '2017-12-31'),
    opened('I3', '440224', '2017-01-01'),
  ]),
  '2016Q1/330000/registration.csv': csvOf([
    registered(oldCode, '330185'),
    registered(hired, '330102', graduate),
    registered(jobless, '330102', graduate),
    registered(leftBefore, '330102', graduate),
  ]),
  '2016Q1/330000/training.csv': csvOf([trained(oldCode, '2016-02-01')]),
  '2018Q1/330000/employment.csv': csvOf([
    employed(hired, '2017-12-31'),
    employed(leftBefore, '2016-01-01', '2017-06-30'),
  ]),
  '2016Q1/420000/registration.csv': csvOf([
    registered(movedOut, '420106', poor),
    registered(movedWithin, '420106', poor),
  ]),
  '2016Q1/420000/training.csv': csvOf([
    trained(movedOut, '2016-06-30', practical),
    trained(movedWithin, '2016-06-30', practical),
    trained(cameIn, '2016-06-30', practical),
  ]),
  '2018Q1/430000/registration.csv': csvOf([
    registered(movedWithin, '430102', moved),
    registered(cameIn, '430102', { ...poor, ...moved }),
  ]),
  '2018Q1/430000/training.csv': csvOf([trained(unknown, '2018-01-05')]),
  '2016Q1/110000/registration.csv': csvOf([
    registered(changedJob, '110101'),
    registered(paused, '110102'),
    registered(sameDay, '110105'),
    registered(twoEmployers, '110101'),
  ]),
  '2016Q1/110000/employment.csv': csvOf([
    employed(changedJob, '2015-06-01', '2016-03-31'),
    employed(changedJob, '2016-04-01'),
    employed(paused, '2015-06-01', '2016-03-30'),
    employed(paused, '2016-04-01'),
    employed(sameDay, '2016-04-01', '2016-05-01'),
    employed(sameDay, '2016-04-01'),
  ]),
  '2018Q1/110000/placement.csv': csvOf([
    placed(twoEmployers, 1, '110105', '2018-02-01'),
    placed(twoEmployers, 2, '110106', '2017-02-01'),
    placed('军字第00123号-2', 3, '110107', '2018-01-01'),
  ]),
  '2016Q1/660000/registration.csv': csvOf([registered(corps, '650102')]),
  '2016Q1/660000/training.csv': csvOf([trained(corps, '2016-02-01')]),
  '2017Q1/660000/institution.csv': csvOf([opened('I1', '659001', '2016-05-01')]),
}
