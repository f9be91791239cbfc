import { creditCodeOf } from '../support/certificates.ts'
import type { Cells } from '../support/inbox-files.ts'
import type { Dice } from './dice.ts'
import { placesOf, type RandomUnit } from './random-places.ts'
import { certificate, randomDay, type RandomHolder, state, written } from './random-rows.ts'

const creditCodes = [1, 2, 3].map(creditCodeOf)
const years = ['2015', '2016', '2017', '2018']

function place(dice: Dice, unit: RandomUnit): string {
  return dice.one(placesOf[unit])
}

/** Few sizes, at both sides of the limits: 30 employees, the ratio, 1 %. */
export function filingRow(dice: Dice, _holder: RandomHolder, unit: RandomUnit): Cells {
  const employees = dice.one([0, 1, 29, 30, 31, 100, 200, 400, 600])
  return {
    年度: dice.one(years),
    单位统一社会信用代码: dice.one(creditCodes),
    单位名称: '测试单位',
    单位类型: dice.one(['党政机关', '事业单位', '国有企业', '民营企业', '外资企业', '社会组织']),
    单位类别: dice.one(['省级党政机关', '地市级残工委主要成员单位', '其他', '']),
    所在地区划代码: place(dice, unit),
    在职职工人数: String(employees),
    安排残疾人数: String(dice.below(Math.min(employees, 3) + 1)),
    在职职工年平均工资: dice.one(['100000', '50000.33', '0']),
    应缴金额: dice.one(['0', '0', '45000', '150000', '0.005', '-1']),
    实缴金额: '0',
    申报日期: written(dice, randomDay(dice)),
    状态: state(dice),
  }
}

const items = [
  '岗位补贴',
  '社会保险补贴',
  '超比例奖励',
  '小微单位招用奖励',
  '职业培训补贴',
  '其他',
  '',
]

export function ledgerRow(dice: Dice, _holder: RandomHolder, unit: RandomUnit): Cells {
  return {
    记录编号: `L${dice.below(60)}`,
    年度: dice.one(years),
    季度: dice.one(['1', 'Q2', '第三季度', '4', '第一季度', '5']),
    地区划代码: place(dice, unit),
    收支类别: dice.one(['征收收入', '支出', '支出']),
    支出科目: dice.one(items),
    金额: dice.one(['1234.56', '100000', '-1000.5', '0.0001', '12345678.9']),
    状态: state(dice),
  }
}

export function milestoneRow(dice: Dice, _holder: RandomHolder, unit: RandomUnit): Cells {
  const province = `${unit.slice(0, 2)}0000`
  return {
    事项代码: dice.one(['M1', 'M2', 'M3', 'M4', 'M5', 'M6', 'M6', 'L14', 'L14']),
    地区划代码: dice.one([province, province, place(dice, unit)]),
    年度: dice.one(['', ...years]),
    完成日期: written(dice, randomDay(dice)),
    文号: '',
  }
}

export function serviceRow(dice: Dice, holder: RandomHolder): Cells {
  return {
    记录编号: `S${dice.below(120)}`,
    残疾人证号: certificate(dice, holder),
    服务类别: dice.one(['职业介绍', '职业指导', '职业能力评估', '创业指导', '岗位支持']),
    服务日期: written(dice, randomDay(dice)),
    状态: state(dice),
  }
}

/** Of the federation itself; under codes that may hold none, too. */
export function populationRow(dice: Dice, _holder: RandomHolder, unit: RandomUnit): Cells {
  return {
    地区划代码: place(dice, unit),
    年度: dice.one(years),
    持证残疾人数: '100',
    就业年龄段持证残疾人数: String(dice.below(90)),
    就业年龄段持证视力残疾人数: '',
  }
}
