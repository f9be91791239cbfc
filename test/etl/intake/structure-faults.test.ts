import { writeXlsx, type CellValue } from 'hucre'
import { beforeAll, expect, test } from 'vitest'

import { fates } from '../staged-inbox.ts'

const titles = ['机构代码', '机构名称', '机构类别', '所在地区划代码', '成立日期']
const row = (code: string) => [code, '甲', '创业孵化基地', '440103', '2016-01-01']
const without = (at: number, cells: string[]) => cells.filter((_, index) => index !== at)
const date = '应为日期，如 2018-06-30、20180630、2018/6/30、2018年6月30日'
const missing = '前 10 行中没有含全部必需列的表头：缺少'

interface Fault {
  /** The rows of a sheet that has this fault. */
  rows: CellValue[][]
  merges?: [startRow: number, startCol: number, endRow: number, endCol: number][]
  /** All that is told about the file. */
  told: string[]
}

const faults: Record<string, Fault> = {
  'a duplicate column': {
    rows: [
      [...titles, '成立日期'],
      [...row('A1'), '2017-01-01'],
    ],
    told: [
      `refused 列“成立日期”出现两次（第 5 列和第 6 列）；找到的表头：${titles.join('、')}、成立日期`,
    ],
  },
  'a missing column': {
    rows: [without(3, titles), without(3, row('B1'))],
    told: [
      `refused ${missing} “所在地区划代码”；找到的表头：机构代码、机构名称、机构类别、成立日期`,
    ],
  },
  'a renamed column': {
    rows: [[...without(4, titles), '成立时间'], row('C1')],
    told: [
      `refused ${missing} “成立日期”；找到的表头：机构代码、机构名称、机构类别、所在地区划代码、成立时间`,
    ],
  },
  'reordered columns': {
    rows: [titles.toReversed(), row('D1').toReversed()],
    told: ['accepted 1/1'],
  },
  'extra columns': {
    rows: [
      ['序号', ...titles, '备注'],
      ['1', ...row('E1'), 'x'],
    ],
    told: ['accepted 1/1', 'note 多余的列：备注', 'note 多余的列：序号'],
  },
  'a merged header': {
    rows: [
      ['机构代码', '机构', null, '所在地区划代码', '成立日期'],
      [null, '机构名称', '机构类别', null, null],
      row('F1'),
    ],
    merges: [
      [0, 1, 0, 2],
      [0, 0, 1, 0],
    ],
    told: [
      `refused ${missing} “机构名称”、“机构类别”；找到的表头：机构代码、机构、所在地区划代码、成立日期`,
    ],
  },
  'two header rows': {
    rows: [titles, titles, row('G1')],
    told: [
      'accepted 1/2',
      `2 成立日期 ${date}`,
      '2 所在地区划代码 不是有效的区划代码',
      '2 机构类别 应为',
    ],
  },
  'a totals row': {
    rows: [titles, row('H1'), ['合计', null, null, null, '1']],
    told: ['accepted 1/2', '3 合计行不是记录'],
  },
  'blank rows': {
    rows: [titles, [], row('J1'), [null, ' '], row('J2')],
    told: ['accepted 2/2'],
  },
}

function csv(rows: CellValue[][]): string {
  const cells = rows.map((one) =>
    titles.map((_, at): CellValue => one[at] ?? '').concat(one.slice(5)),
  )
  return `${cells.map((one) => one.join(',')).join('\n')}\n`
}

function xlsx({ rows, merges = [] }: Fault): Promise<Uint8Array> {
  const ranges = merges.map(([startRow, startCol, endRow, endCol]) => ({
    ...{ startRow, startCol, endRow, endCol },
  }))
  return writeXlsx({ sheets: [{ name: '机构', rows, merges: ranges }] })
}

const forms = ['csv', 'xlsx'] as const
const table = Object.entries(faults).flatMap(([fault, { told }], at) =>
  forms.map((form) => ({ fault, form, told, path: `2018Q2/440000/institution-${at + 1}.${form}` })),
)
let found = new Map<string, string[]>()

beforeAll(async () => {
  const all = table.map(async ({ fault, form, path }) => {
    const made = faults[fault]!
    return [path, form === 'csv' ? csv(made.rows) : await xlsx(made)] as const
  })
  found = await fates(Object.fromEntries(await Promise.all(all)))
})

test.each(table)('$fault in $form', ({ path, told }) => {
  const seen = found.get(path) ?? []
  expect(seen).toHaveLength(told.length)
  for (const start of told) expect(seen).toContainEqual(expect.stringMatching(startingWith(start)))
})

function startingWith(text: string): RegExp {
  return new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)}`)
}
