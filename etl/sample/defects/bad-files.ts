import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { quarters } from '../days.ts'
import type { Extract, Layout } from '../layout.ts'
import type { Expect, Ledger } from './ledger.ts'

interface BadFile {
  path: string
  defect: string
  column?: string
  expect?: Expect
  bytes: (layouts: Record<Extract, Layout>) => Uint8Array
}

const text = (value: string) => new TextEncoder().encode(value)
const headers = (layouts: Record<Extract, Layout>, extract: Extract) =>
  layouts[extract].columns.map((column) => column.zh)
const training = ['T99P000001', '11010519491231002X44', '', '农村实用技术', '', 'PX99', '家禽养殖']
const service = 'S99P000001,11010519491231002X44,职业指导,2017-05-05,FW99,'

/** Files that are refused, or passed over, as a whole. Nothing in them is real data of a unit. */
const bad_files: BadFile[] = [
  {
    path: `${quarters[6]}/330000/training-99.csv`,
    defect: '缺必填列',
    column: '培训类别',
    bytes: (layouts) => {
      const kept = headers(layouts, 'training').filter((name) => name !== '培训类别')
      return text(`${kept.join(',')}\n${training.filter((_, at) => at !== 3).join(',')}\n`)
    },
  },
  {
    path: `${quarters[5]}/340000/service-99.csv`,
    defect: '文件被截断（末行不完整）',
    bytes: (layouts) => text(`${headers(layouts, 'service').join(',')}\n${service}\nS99P0000`),
  },
  {
    path: `${quarters[4]}/350000/service-99.csv`,
    defect: '文件被截断（引号未闭合）',
    bytes: (layouts) => text(`${headers(layouts, 'service').join(',')}\n${service}\n"S99P0000\n`),
  },
  {
    path: `${quarters[3]}/420000/service-99.csv`,
    defect: '必填列重复',
    column: '服务日期',
    bytes: (layouts) =>
      text(`${[...headers(layouts, 'service'), '服务日期'].join(',')}\n${service},2017-05-06\n`),
  },
  {
    path: `${quarters[2]}/610000/service-99.csv`,
    defect: '编码无法识别',
    bytes: (layouts) =>
      Uint8Array.of(...text(`${headers(layouts, 'service').join(',')}\n`), 0x80, 0xff, 0xfe, 0x0a),
  },
  {
    path: `${quarters[8]}/410000/就业情况.csv`,
    defect: '文件名不属于任何数据集',
    bytes: () => text('姓名,就业\n演示,是\n'),
  },
  {
    path: `${quarters[7]}/440000/trainings.xlsx`,
    defect: '文件名不属于任何数据集',
    bytes: () => text('演示'),
  },
  {
    path: `${quarters[7]}/990000/service.csv`,
    defect: '上级文件夹不是报送单位',
    bytes: (layouts) => text(`${headers(layouts, 'service').join(',')}\n${service}\n`),
  },
  {
    path: `${quarters[1]}/110000/~$registration.xlsx`,
    defect: '办公软件的临时文件',
    expect: 'ignored',
    bytes: () => text('演示'),
  },
]

export function plantBadFiles(
  folder: string,
  layouts: Record<Extract, Layout>,
  ledger: Ledger,
): void {
  for (const { path, defect, column = '', expect = 'refused', bytes } of bad_files) {
    mkdirSync(join(folder, path, '..'), { recursive: true })
    writeFileSync(join(folder, path), bytes(layouts))
    ledger.add({ path, line: 0 }, { column, defect, expect, note: '' })
  }
}
