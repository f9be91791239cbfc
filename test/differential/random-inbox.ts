import { type Cells, csvOf, writeInbox } from '../support/inbox-files.ts'
import { Dice } from './dice.ts'
import { quarters, type RandomUnit, randomUnits } from './random-places.ts'
import {
  filingRow,
  ledgerRow,
  milestoneRow,
  populationRow,
  serviceRow,
} from './random-levy-rows.ts'
import {
  employmentRow,
  institutionRow,
  placementRow,
  type RandomHolder,
  registrationRow,
  targetRow,
  trainingRow,
} from './random-rows.ts'

const extracts = [
  { name: 'registration', rows: 700, row: registrationRow },
  { name: 'training', rows: 700, row: trainingRow },
  { name: 'employment', rows: 700, row: employmentRow },
  { name: 'institution', rows: 250, row: institutionRow },
  { name: 'placement', rows: 400, row: placementRow },
  { name: 'target', rows: 120, row: targetRow },
  { name: 'service', rows: 300, row: serviceRow },
  { name: 'levy_filing', rows: 400, row: filingRow },
  { name: 'levy_ledger', rows: 300, row: ledgerRow },
  { name: 'milestone', rows: 150, row: milestoneRow },
  { name: 'population', rows: 100, row: populationRow },
]

function holders(dice: Dice): RandomHolder[] {
  return Array.from({ length: 220 }, (_, place) => ({
    born: `19${60 + dice.below(39)}-0${1 + dice.below(9)}-1${dice.below(9)}`,
    serial: 100 + place,
    type: 1 + dice.below(7),
    grade: 1 + dice.below(4),
    home: dice.one(randomUnits),
  }))
}

/** Some values that break their column's rule. */
function damaged(dice: Dice, row: Cells): Cells {
  const column = dice.one(Object.keys(row))
  return { ...row, [column]: dice.one(['2017-02-30', '999999', 'x', '110105', '', '－１']) }
}

/** A unit sends no training at all, another no institutions: their figures are no data. */
function isSilent(unit: RandomUnit, extract: string): boolean {
  return (
    (unit === '210000' && extract === 'training') ||
    (unit === '370000' && ['institution', 'employment'].includes(extract)) ||
    (unit === '330000' && ['placement', 'service', 'levy_ledger'].includes(extract)) ||
    (unit === '540000' && ['levy_filing', 'milestone'].includes(extract))
  )
}

function yearsLater(text: string, later: number): string {
  return text.replace(/^20\d\d/, (year) => String(Number(year) + later))
}

/** The cells with every day and year but that of birth moved. */
function moved(cells: Cells, later: number): Cells {
  const entries = Object.entries(cells).map(([header, text]) => {
    const isMoved = /日期$|^年度$|^毕业年份$/.test(header) && header !== '出生日期'
    return [header, isMoved ? yearsLater(text, later) : text] as const
  })
  return Object.fromEntries(entries)
}

function fileName(dice: Dice, extract: string): string {
  return dice.one([extract, extract, `${extract}-02`, `${extract}-10`, `${extract}2`])
}

/**
 * A small inbox in which everything meets everything: the same persons, keys, places and days
 * again and again, from several units and quarters, with some broken rows; all some years `later`.
 */
export async function writeRandomInbox(inbox: string, seed: number, later = 0): Promise<void> {
  const dice = new Dice(seed)
  const people = holders(dice)
  const files = new Map<string, Cells[]>()
  for (const { name, rows, row } of extracts) {
    for (let count = 0; count < rows; count += 1) {
      const holder = dice.one(people)
      const unit = dice.chance(0.75) ? holder.home : dice.one(randomUnits)
      const sender = name === 'population' ? '000000' : unit
      const quarter = yearsLater(dice.one(quarters), later)
      const path = `${quarter}/${sender}/${fileName(dice, name)}.csv`
      const cells = row(dice, holder, unit)
      const kept = dice.chance(0.04) ? damaged(dice, cells) : cells
      if (isSilent(unit, name)) continue
      files.set(path, [...(files.get(path) ?? []), moved(kept, later)])
    }
  }
  const texts = [...files].map(([path, rows]) => [path, csvOf(rows)] as const)
  await writeInbox(inbox, {
    ...Object.fromEntries(texts),
    ...furtherFilings(dice, people[0]!, later),
    '2016Q1/000000/target.csv': nationalTargets(dice),
    'demonstration.json': JSON.stringify({ demonstration: true, scale: 0.001, seed, ratio: 1000 }),
  })
}

/** Seven more units file, so that half of the 32 have. */
function furtherFilings(dice: Dice, holder: RandomHolder, later: number): Record<string, string> {
  const units = ['120000', '130000', '150000', '220000', '230000', '310000', '320000']
  const files = units.map((unit) => {
    const rows = ['2016', '2017'].map((year) => ({
      ...filingRow(dice, holder, '420000'),
      年度: year,
      所在地区划代码: unit,
      状态: '',
    }))
    const path = `${yearsLater('2017Q1', later)}/${unit}/levy_filing.csv`
    return [path, csvOf(rows.map((row) => moved(row, later)))] as const
  })
  return Object.fromEntries(files)
}

function nationalTargets(dice: Dice): string {
  const rows = ['A1', 'A2', 'A3'].flatMap((indicator) =>
    ['000000', ...randomUnits, '440100'].map((region) => ({
      计划代码: '13-5',
      指标代码: indicator,
      地区划代码: region,
      年度: region === '440100' ? '2016' : '全期',
      目标值: String(region === '000000' ? 400 : 10 + dice.below(40)),
    })),
  )
  return csvOf(rows)
}
