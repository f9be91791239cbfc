import { writeFileSync } from 'node:fs'

import { writeXlsx } from 'hucre'

const titles = [
  '残疾人证号',
  '姓名',
  '性别',
  '出生日期',
  '户籍地区划代码',
  '户口性质',
  '文化程度',
  '建档立卡',
  '低保家庭',
  '零就业家庭',
  '就业创业需求',
  '登记日期',
  '更新日期',
]
const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

/** Writes a workbook with as many registrations of 110105 as `rows` says. Usage: large-workbook TO ROWS. */
const [to = '', rows = '200000'] = process.argv.slice(2)

function certificate(at: number): string {
  const day = new Date(Date.UTC(1950, 0, 1 + (at % 15_000))).toISOString().slice(0, 10)
  const serial = String(1 + Math.floor(at / 15_000) * 2).padStart(3, '0')
  const digits = `110105${day.replaceAll('-', '')}${serial}`
  const sum = weights.reduce((total, weight, place) => total + weight * Number(digits[place]), 0)
  return `${digits}${'10X98765432'.charAt(sum % 11)}43`
}

function registration(_: unknown, at: number): string[] {
  const number = certificate(at)
  const born = [number.slice(6, 10), number.slice(10, 12), number.slice(12, 14)].join('-')
  const answers = ['小学', '否', '否', '否', '是']
  return [number, '某某', '男', born, '110105', '城镇', ...answers, '2012-01-01', '2015-03-01']
}

const table = [titles, ...Array.from({ length: Number(rows) }, registration)]
writeFileSync(to, await writeXlsx({ sheets: [{ name: '登记', rows: table }] }))
