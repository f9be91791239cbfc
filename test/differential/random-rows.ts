import { addDays } from '../reference/days.ts'
import { certificateOf, creditCodeOf, type Holder } from '../support/certificates.ts'
import type { Cells } from '../support/inbox-files.ts'
import type { Dice } from './dice.ts'
import { placesOf, type RandomUnit } from './random-places.ts'

export type RandomHolder = Holder & { home: RandomUnit }

/** Few days, so that they often meet: quarter ends, plan ends, days of change and their neighbours. */
const crowdedDays = [
  '2015-12-31',
  '2016-01-01',
  '2016-06-30',
  '2016-07-01',
  '2016-12-31',
  '2017-03-15',
  '2017-03-16',
  '2017-07-17',
  '2017-07-18',
  '2017-12-31',
  '2018-01-01',
  '2018-02-28',
  '2018-06-30',
]

export function randomDay(dice: Dice): string {
  return dice.chance(0.6) ? dice.one(crowdedDays) : addDays('2015-10-01', dice.below(1100))
}

export function written(dice: Dice, day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  const forms = [
    day,
    day.replaceAll('-', ''),
    `${year}/${month}/${date}`,
    `${year}年${month}月${date}日`,
  ]
  return dice.one(forms)
}

function laterOrNone(dice: Dice, day: string): string {
  if (dice.chance(0.35)) return dice.one(['', '-', '无'])
  return written(dice, addDays(day, dice.one([0, 0, 1, 30, 100, 400])))
}

function place(dice: Dice, unit: RandomUnit): string {
  return dice.one(placesOf[unit])
}

export function certificate(dice: Dice, holder: Holder, share = 0.2): string {
  if (!dice.chance(share)) return certificateOf(holder)
  return certificateOf({ ...holder, grade: 1 + dice.below(4), suffix: dice.one(['', 'B1', 'B2']) })
}

export function state(dice: Dice): string {
  return dice.chance(0.08) ? '作废' : dice.one(['', '有效'])
}

export function registrationRow(dice: Dice, holder: RandomHolder, unit: RandomUnit): Cells {
  const registered = randomDay(dice)
  return {
    残疾人证号: certificate(dice, holder),
    姓名: '测试',
    性别: holder.serial % 2 === 1 ? '男' : '女',
    出生日期: written(dice, holder.born),
    户籍地区划代码: place(dice, unit),
    户口性质: dice.one(['城镇', '农村', '非农业', '农业']),
    建档立卡: dice.one(['是', '否', '1', 'Y', '']),
    低保家庭: dice.one(['是', '否', '']),
    零就业家庭: dice.one(['是', '否', '']),
    家庭编号: dice.one(['', 'F1', 'F2', 'F3', 'F4', 'F5', 'F6']),
    就业创业需求: dice.one(['是', '是', '否', '']),
    按摩培训意愿: dice.one(['是', '是', '否', '']),
    专项调查就业状况: dice.one(['已就业', '未就业', '']),
    毕业年份: dice.one(['', '2015', '2016', '2017', '2018']),
    登记日期: written(dice, registered),
    更新日期: written(dice, addDays(registered, dice.one([0, 0, 30, 200, 500]))),
    状态: state(dice),
  }
}

const staffProgrammes = ['就业辅导员', '社区就业指导员', '城镇职业技能']
const programmes = [
  '城镇职业技能',
  '城镇职业技能',
  '农村实用技术',
  '农村实用技术',
  '盲人保健按摩',
  '盲人医疗按摩',
  '就业辅导员',
]

export function trainingRow(dice: Dice, holder: RandomHolder, unit: RandomUnit): Cells {
  const started = randomDay(dice)
  const isStaff = dice.chance(0.2)
  return {
    记录编号: `T${dice.below(120)}`,
    残疾人证号: isStaff ? '' : certificate(dice, holder),
    学员编号: isStaff ? dice.one(['X1', 'X2', 'X3']) : '',
    培训类别: dice.one(isStaff ? staffProgrammes : programmes),
    是否新增: dice.one(['是', '否', '']),
    培训机构代码: 'P1',
    培训地区划代码: place(dice, unit),
    开始日期: written(dice, started),
    结束日期: written(dice, addDays(started, dice.one([0, 5, 30, 200]))),
    是否免费: dice.one(['是', '是', 'TRUE', '否']),
    满意度: dice.one(['', '3', '4', '5']),
    状态: state(dice),
  }
}

export function employmentRow(dice: Dice, holder: RandomHolder, unit: RandomUnit): Cells {
  const started = randomDay(dice)
  return {
    记录编号: `E${dice.below(150)}`,
    残疾人证号: certificate(dice, holder),
    就业形式: dice.one(['灵活就业', '按比例就业', '个体就业']),
    城乡: dice.one(['城镇', '城镇', '农村']),
    就业地区划代码: place(dice, unit),
    开始日期: written(dice, started),
    结束日期: laterOrNone(dice, started),
    状态: state(dice),
  }
}

export function institutionRow(dice: Dice, _holder: RandomHolder, unit: RandomUnit): Cells {
  const founded = randomDay(dice)
  return {
    机构代码: `I${dice.below(30)}`,
    机构名称: '测试机构',
    机构类别: dice.one([
      '辅助性就业机构',
      '辅助性就业机构',
      '职业能力评估室',
      '盲人按摩实训基地',
      '盲人按摩专科医院',
    ]),
    层级: dice.one(['国家', '省', '市', '县', '']),
    所在地区划代码: place(dice, unit),
    成立日期: written(dice, founded),
    停办日期: laterOrNone(dice, founded),
    状态: state(dice),
  }
}

const creditCodes = [1, 2, 3].map(creditCodeOf)

export function placementRow(dice: Dice, holder: RandomHolder, unit: RandomUnit): Cells {
  const started = randomDay(dice)
  return {
    年度: dice.one(['2015', '2016', '2017', '2018']),
    单位统一社会信用代码: dice.one(creditCodes),
    残疾人证号: dice.chance(0.1)
      ? `军字第${holder.serial}号${dice.one(['', '-1', '-3', '-4'])}`
      : certificate(dice, holder),
    所在地区划代码: place(dice, unit),
    合同开始日期: written(dice, started),
    合同结束日期: laterOrNone(dice, started),
    状态: state(dice),
  }
}

export function targetRow(dice: Dice, _holder: RandomHolder, unit: RandomUnit): Cells {
  return {
    计划代码: '13-5',
    指标代码: dice.one(['A1', 'A2', 'A3', 'B4', 'C1']),
    地区划代码: dice.one([unit, unit, place(dice, unit)]),
    年度: dice.one(['2016', '2016', '2017', '2018', '全期', '全期']),
    目标值: String(1 + dice.below(100)),
  }
}
