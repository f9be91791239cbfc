import { certificateOf } from './certificates.ts'
import { csvOf, writeInbox, type Cells } from './inbox-files.ts'

/** A person as a unit registers them; a woman, as her serial number is even. */
export function registrationOf(serial: number, given: Cells = {}): Cells {
  return {
    残疾人证号: certificateOf({ born: '1985-04-05', serial: serial * 2 }),
    姓名: '张三',
    性别: '女',
    出生日期: '1985-04-05',
    户籍地区划代码: '440104',
    户口性质: '城镇',
    登记日期: '2016-01-05',
    更新日期: '2016-01-05',
    ...given,
  }
}

const good = [1, 2, 3].map((serial) => registrationOf(serial))
const wrong = [registrationOf(4, { 性别: '=1+1' }), registrationOf(5, { 登记日期: '昨天' })]

/** A service of a person whom no unit has registered. */
const unmatched = {
  记录编号: 'F1',
  残疾人证号: certificateOf({ born: '1990-01-01', serial: 2 }),
  服务类别: '职业介绍',
  服务日期: '2018-05-01',
}

/**
 * Two quarters of three units: 440000 has sent both, with a correction, two rows that are quarantined
 * and two files that are refused; 110000 was late with the first; 330000 sent the first only.
 */
export async function writeSubmittedInbox(inbox: string): Promise<void> {
  await writeInbox(inbox, {
    'demonstration.json': '{"demonstration":true,"scale":0.02,"seed":1,"ratio":50}',
    '2018Q1/440000/registration.csv': csvOf(good),
    '2018Q1/330000/registration.csv': csvOf([registrationOf(21, { 户籍地区划代码: '330102' })]),
    '2018Q2/110000/registration.csv': csvOf([registrationOf(31, { 户籍地区划代码: '110101' })]),
    '2018Q2/440000/registration-02.csv': csvOf([
      registrationOf(1, { 更新日期: '2018-04-01' }),
      ...wrong,
    ]),
    '2018Q2/440000/service.csv': csvOf([unmatched]),
    '2018Q2/440000/training.csv': '记录编号,残疾人证号\n1,2\n',
    '2018Q2/440000/名单.xlsx': 'no workbook',
    '2018Q2/990000/service.csv': csvOf([unmatched]),
  })
}
