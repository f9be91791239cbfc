import { certificateOf, creditCodeOf } from '../support/certificates.ts'
import { type Cells, csvOf } from '../support/inbox-files.ts'
import { employed, numbered, registered, someone, trained } from './hand-made.ts'

let lastSerial = 500

/** Never registered: an employer's levy asks for no registration. */
function worker(grade: number): string {
  lastSerial += 1
  return certificateOf({ born: '1985-03-03', serial: lastSerial, grade })
}

function filed(employer: number, region: string, more: Cells): Cells {
  return {
    年度: '2020',
    单位统一社会信用代码: creditCodeOf(employer),
    单位名称: '测试单位',
    单位类型: '民营企业',
    所在地区划代码: region,
    在职职工人数: '500',
    安排残疾人数: '0',
    在职职工年平均工资: '100000',
    应缴金额: '0',
    实缴金额: '0',
    申报日期: '2020-06-01',
    ...more,
  }
}

function placed(employer: number, certificate: string, region: string, from: string): Cells {
  return {
    年度: '2020',
    单位统一社会信用代码: creditCodeOf(employer),
    残疾人证号: certificate,
    所在地区划代码: region,
    合同开始日期: from,
    合同结束日期: '',
  }
}

function booked(direction: string, item: string, quarter: string, amount: string): Cells {
  const row = { 年度: '2020', 季度: quarter, 地区划代码: '440103' }
  return numbered({ ...row, 收支类别: direction, 支出科目: item, 金额: amount })
}

const [converted, afterwards, atWork, never, stable, unstable] = [
  someone(),
  someone(),
  someone(),
  someone(),
  someone(),
  someone(),
]
const twoProvinces = someone()
const stranger = worker(3)
const twiceHere = worker(3)
const from = '2020-01-01'

const filings = [
  filed(1, '440103', { 应缴金额: '495000' }),
  filed(2, '440104', { 应缴金额: '125000.00' }),
  filed(3, '440105', { 在职职工人数: '30' }),
  filed(4, '440106', { 在职职工人数: '200', 单位类型: '国有企业' }),
  filed(5, '440106', { 在职职工人数: '100', 单位类型: '事业单位' }),
  filed(6, '440111', { 应缴金额: '550000' }),
  filed(7, '440112', { 在职职工人数: '100', 应缴金额: '135000' }),
]

const placements = [
  placed(1, worker(3), '440103', from),
  placed(1, twiceHere, '440103', from),
  placed(1, `${twiceHere}B1`, '440103', from),
  placed(2, worker(1), '440104', from),
  placed(2, worker(4), '440104', from),
  placed(2, '军字第7号-2', '440104', from),
  placed(4, worker(3), '440106', from),
  placed(4, worker(2), '440106', from),
  placed(5, worker(3), '440106', from),
  placed(5, worker(3), '440106', from),
  placed(6, worker(3), '440111', from),
  placed(6, '军字第8号-4', '440111', from),
  placed(7, worker(1), '440112', '2020-07-01'),
  placed(8, twoProvinces, '440113', from),
  placed(8, stranger, '440113', from),
  placed(8, '军字第9号-2', '440113', from),
]

const entries = [
  booked('征收收入', '', '1', '1000.50'),
  booked('支出', '岗位补贴', 'Q1', '300'),
  booked('支出', '其他', '第一季度', '100'),
  booked('支出', '岗位补贴', '2', '-50'),
  booked('支出', '岗位补贴', '3', '999'),
]

function courseOf(certificate: string, startedOn: string, endedOn: string, more: Cells = {}) {
  return trained(certificate, endedOn, { 开始日期: startedOn, ...more })
}

const staffCourse = { 学员编号: 'X1', 培训类别: '就业辅导员', 满意度: '5' }

/** The levy under the rule of 2020, small enough to count by hand. */
export const handMadeLevy: Record<string, string> = {
  'demonstration.json': JSON.stringify({ demonstration: true, scale: 1, seed: 1, ratio: 1 }),
  '2020Q1/440000/registration.csv': csvOf([
    registered(converted, '440103'),
    registered(afterwards, '440103'),
    registered(atWork, '440103'),
    registered(never, '440103'),
    registered(stable, '440104'),
    registered(unstable, '440104'),
    registered(twoProvinces, '440113'),
  ]),
  '2020Q2/440000/levy_filing.csv': csvOf(filings),
  '2020Q2/440000/placement.csv': csvOf(placements),
  '2020Q2/330000/placement.csv': csvOf([
    placed(9, twoProvinces, '330102', from),
    placed(9, stranger, '330102', from),
    placed(9, '军字第9号', '330102', from),
  ]),
  '2020Q2/440000/levy_ledger.csv': csvOf(entries),
  '2020Q2/440000/training.csv': csvOf([
    courseOf(converted, '2019-12-01', '2020-01-02'),
    courseOf(afterwards, '2019-12-01', '2020-01-03', { 满意度: '4' }),
    courseOf(atWork, '2019-06-01', '2019-06-30', { 满意度: '5' }),
    courseOf(never, '2018-12-01', '2019-01-03'),
    courseOf(stable, '2018-11-01', '2018-12-01'),
    courseOf(unstable, '2018-11-01', '2018-12-01'),
    courseOf(never, '2020-02-01', '2020-02-03', { 满意度: '3' }),
    courseOf('', '2020-02-01', '2020-02-03', staffCourse),
  ]),
  '2020Q2/440000/employment.csv': csvOf([
    employed(converted, '2020-06-30'),
    employed(atWork, '2019-05-01', '2019-06-01'),
    employed(stable, '2019-01-03', '2019-03-31'),
    employed(stable, '2019-04-01', '2019-07-01'),
    employed(unstable, '2019-01-03', '2019-03-31'),
    employed(unstable, '2019-04-01', '2019-06-30'),
  ]),
  '2020Q2/330000/milestone.csv': csvOf([
    { 事项代码: 'L14', 地区划代码: '330000', 年度: '2020', 完成日期: '2020-05-01', 文号: '' },
  ]),
}
