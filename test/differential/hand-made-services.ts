import { certificateOf, creditCodeOf } from '../support/certificates.ts'
import { type Cells, csvOf } from '../support/inbox-files.ts'
import { employed, numbered, opened, registered, someone, trained } from './hand-made.ts'

const wants = { 就业创业需求: '是' }
const wantsMassage = { 按摩培训意愿: '是' }

function served(certificate: string, kind: string, day: string): Cells {
  return numbered({ 残疾人证号: certificate, 服务类别: kind, 服务日期: day })
}

function staff(number: string, endedOn: string, region: string, more: Cells = {}): Cells {
  const place = { 学员编号: number, 培训类别: '就业辅导员', 培训地区划代码: region }
  return trained('', endedOn, { ...place, ...more })
}

function blind(serial: number): string {
  return certificateOf({ born: '1990-05-12', serial, type: 1 })
}

const [introduced, assessed, tooEarly, bases] = [someone(), someone(), someone(), someone()]
/** 55 on 2018-06-30. */
const retires = certificateOf({ born: '1963-06-30', serial: 2 })
const [willing, untrained, unwilling] = [blind(21), blind(22), blind(23)]
const [updated, stale, agrees, says, neither] = [
  someone(),
  someone(),
  someone(),
  someone(),
  someone(),
]
const [elder, younger, notFlagged, alone, elsewhere] = [
  someone(),
  someone(),
  someone(),
  someone(),
  someone(),
]

const beijing = [
  registered(introduced, '110101', wants),
  registered(assessed, '110101', wants),
  registered(tooEarly, '110101', wants),
  registered(retires, '110101', { ...wants, 出生日期: '1963-06-30' }),
  registered(willing, '110102', wantsMassage),
  registered(untrained, '110102', wantsMassage),
  registered(unwilling, '110102'),
  registered(bases, '110102', wantsMassage),
  registered(updated, '110106'),
  registered(stale, '110106', { 更新日期: '2018-03-31' }),
  registered(agrees, '110107', { 专项调查就业状况: '已就业' }),
  registered(says, '110107', { 专项调查就业状况: '未就业' }),
  registered(neither, '110107', { 专项调查就业状况: '未就业' }),
  registered(elder, '110108', { 家庭编号: 'F1' }),
  registered(younger, '110109', { 家庭编号: 'F1', 低保家庭: '是', ...lateOn('2016-02-01') }),
  registered(notFlagged, '110108', { 家庭编号: 'F2' }),
  registered(alone, '110108', { 零就业家庭: '是' }),
]

function lateOn(day: string): Cells {
  return { 登记日期: day, 更新日期: day }
}

const massage = { 培训类别: '盲人保健按摩', 是否免费: '否' }

/** Sixteen of the 32 units: the last files on 2017-06-30. */
const sixteen = ['12', '13', '14', '15', '21', '22', '23', '31', '32', '33', '34', '35', '36', '37']
  .map((start) => `${start}0000`)
  .concat('410000')

function filed(employer: number, region: string, year: string, heads: string, day: string): Cells {
  return {
    年度: year,
    单位统一社会信用代码: creditCodeOf(employer),
    单位名称: '测试单位',
    单位类型: '党政机关',
    单位类别: '省级党政机关',
    所在地区划代码: region,
    在职职工人数: '100',
    安排残疾人数: heads,
    在职职工年平均工资: '100000',
    应缴金额: '0',
    实缴金额: '0',
    申报日期: day,
  }
}

function done(milestone: string, region: string, year: string, day: string): Cells {
  return { 事项代码: milestone, 地区划代码: region, 年度: year, 完成日期: day }
}

function holders(region: string, year: string, working: string): Cells {
  return { 地区划代码: region, 年度: year, 持证残疾人数: '99', 就业年龄段持证残疾人数: working }
}

function ofKind(kind: string, tier: string, region: string, code: string): Cells {
  return { ...opened(code, region, '2017-01-01'), 机构类别: kind, 层级: tier }
}

const others = sixteen.map((unit) => [
  `2017Q2/${unit}/levy_filing.csv`,
  csvOf([filed(1, unit, '2017', '0', unit === '410000' ? '2017-06-30' : '2017-05-01')]),
])

/** What plan 13-5 asks beside A1 to A3, B3, B4 and C1, small enough to count by hand. */
export const handMadeServices: Record<string, string> = {
  'demonstration.json': JSON.stringify({ demonstration: true, scale: 1, seed: 1, ratio: 1 }),
  ...(Object.fromEntries(others) as Record<string, string>),
  '2016Q1/110000/registration.csv': csvOf(beijing),
  '2018Q2/110000/registration.csv': csvOf([
    registered(updated, '110106', { 更新日期: '2018-04-10' }),
  ]),
  '2018Q2/110000/registration-02.csv': csvOf([
    registered(updated, '110106', { 更新日期: '2018-03-01' }),
  ]),
  '2016Q1/110000/service.csv': csvOf([
    served(introduced, '职业介绍', '2016-01-01'),
    served(retires, '职业指导', '2017-01-01'),
    served(assessed, '职业能力评估', '2016-05-01'),
    served(tooEarly, '职业介绍', '2015-12-31'),
  ]),
  '2016Q2/110000/training.csv': csvOf([
    trained(willing, '2016-06-01', { 培训类别: '盲人医疗按摩' }),
    trained(bases, '2016-06-01', massage),
    trained(bases, '2016-09-01', { ...massage, 是否新增: '是' }),
    trained(unwilling, '2016-06-01', massage),
  ]),
  '2016Q2/440000/training.csv': csvOf([
    staff('X1', '2016-05-01', '440100'),
    staff('X1', '2016-06-01', '440300'),
    trained(willing, '2016-06-01', { 培训类别: '就业辅导员', 培训地区划代码: '440300' }),
    staff('X2', '2018-07-01', '440100', { 培训类别: '社区就业指导员' }),
  ]),
  '2016Q2/330000/training.csv': csvOf([staff('X1', '2016-05-01', '330100')]),
  '2018Q1/110000/employment.csv': csvOf([
    employed(agrees, '2018-01-01'),
    employed(says, '2018-01-01'),
    employed(neither, '2017-01-01', '2018-06-29'),
    employed(elder, '2018-01-01'),
  ]),
  '2016Q1/120000/registration.csv': csvOf([
    registered(elsewhere, '120101', { 家庭编号: 'F1', 低保家庭: '是' }),
  ]),
  '2016Q1/120000/employment.csv': csvOf([employed(elsewhere, '2016-01-01', '2016-12-31')]),
  '2017Q1/420000/institution.csv': csvOf([
    ofKind('职业能力评估室', '省', '420100', 'I1'),
    ofKind('职业能力评估室', '市', '420102', 'I2'),
    ofKind('职业能力评估室', '县', '420200', 'I3'),
    ofKind('盲人按摩实训基地', '县', '420102', 'I4'),
    { ...ofKind('盲人按摩实训基地', '', '420102', 'I5'), 停办日期: '2018-06-30' },
  ]),
  '2016Q1/000000/population.csv': csvOf([
    holders('110106', '2016', '20'),
    holders('110106', '2017', '10'),
    holders('110106', '2019', '5'),
    holders('110000', '2017', '7'),
  ]),
  '2017Q2/110000/levy_filing.csv': csvOf([
    filed(1, '110101', '2017', '1', '2017-05-01'),
    filed(2, '110101', '2017', '0', '2017-05-01'),
    filed(1, '110101', '2018', '1', '2018-05-01'),
  ]),
  '2016Q1/110000/milestone.csv': csvOf([
    done('M1', '110000', '', '2015-06-01'),
    done('M2', '110101', '', '2016-01-01'),
    done('M6', '110000', '2018', '2018-03-01'),
  ]),
  '2018Q2/110000/milestone.csv': csvOf([done('M1', '110000', '', '2019-06-01')]),
}
