import fc from 'fast-check'
import { readXlsx } from 'hucre'
import { parseCsv } from 'hucre/csv'
import { describe, expect, it } from 'vitest'
import { csvOf } from '../../../web/download/csv.ts'
import { fileName, type Sheet } from '../../../web/download/sheet.ts'
import { workbookOf } from '../../../web/download/workbook.ts'
import { translator } from '../support.ts'
import { missingWords } from '../../../web/format.ts'

const words = { table: '数据', notes: '说明', item: '项目', content: '内容' }

function sheetOf(rows: Sheet['rows'], given: Partial<Sheet> = {}): Sheet {
  return {
    title: '各省位次',
    columns: [
      { name: '地区' },
      { name: '实际', format: 'count' },
      { name: '完成率', format: 'rate' },
    ],
    rows,
    facts: [['数据快照', '2018Q2-1']],
    ...given,
  }
}

async function readBack(sheet: Sheet) {
  const book = await readXlsx(await workbookOf(sheet, words))
  return book.sheets
}

describe('a downloaded table', () => {
  it('has its title in A1, then a table with a header row, no merged cells and no empty row', async () => {
    const [table, notes] = await readBack(sheetOf([['广东省', 10456, 0.5228]]))
    expect(table!.name).toBe('数据')
    expect(table!.rows).toEqual([
      ['各省位次', null, null].slice(0, table!.rows[0]!.length),
      ['地区', '实际', '完成率'],
      ['广东省', 10456, 0.5228],
    ])
    expect(table!.merges ?? []).toEqual([])
    expect(table!.tables?.[0]?.range).toBe('A2:C3')
    expect(notes!.name).toBe('说明')
    expect(notes!.rows.at(-1)).toEqual(['数据快照', '2018Q2-1'])
    for (const { rows, columns } of [table!, notes!]) {
      expect(rows.filter((row) => row.every((cell) => cell === null))).toEqual([])
      const widths = columns?.map(({ width }) => width ?? 0) ?? []
      expect(widths.filter((width) => width >= 10)).toHaveLength(rows[1]!.length)
    }
  })

  it('begins with a byte order mark as CSV, and ends with the facts', () => {
    const csv = csvOf(sheetOf([['广东省', 10456, 0.5228]]))
    expect(csv.startsWith('\ufeff地区,实际,完成率\r\n广东省,10456,0.5228\r\n')).toBe(true)
    expect(csv).toContain('数据快照,2018Q2-1')
  })

  it('keeps the four kinds of nothing apart from each other and from 0', async () => {
    const t = await translator('zh-CN')
    const reasons = ['no_data', 'suppressed', 'no_permission', 'not_applicable'] as const
    const said = reasons.map((reason) => missingWords(t, reason))
    const rows = [...said, 0].map((value, at) => [`地区 ${at}`, value, value])
    const [table] = await readBack(sheetOf(rows))
    expect(table!.rows.slice(2).map((row) => row[1])).toEqual([...said, 0])
    expect(new Set(said).size).toBe(4)
  })

  it.each(['=1+1', '+1+1', '-1+1', '@SUM(A1)', '\tx', '\r=x', '＝1', '＋1', '－1', '＠x'])(
    'lets no spreadsheet run %j',
    async (text) => {
      const sheet = sheetOf([[text, 1, 0.1]], { title: text, facts: [[text, text]] })
      const [table] = await readBack(sheet)
      expect(String(table!.rows[2]![0]).startsWith("'")).toBe(true)
      expect(String(table!.rows[0]![0]).startsWith("'")).toBe(true)
      for (const cell of parseCsv(csvOf(sheet)).flat())
        expect(String(cell)).not.toMatch(/^[=+\-@\t\r＝＋－＠]/)
    },
  )

  it('keeps negative numbers as numbers', async () => {
    const [table] = await readBack(sheetOf([['广东省', -12, -0.5]]))
    expect(table!.rows[2]).toEqual(['广东省', -12, -0.5])
    expect(csvOf(sheetOf([['广东省', -12, '-0.50%']]))).toContain('广东省,-12,-0.50%')
  })

  it('gives each column a name of its own', async () => {
    const columns = [{ name: '实际' }, { name: '实际' }]
    const [table] = await readBack(sheetOf([['a', 'b']], { columns }))
    expect(table!.rows[1]).toEqual(['实际', '实际 2'])
  })

  it('has a file name that no system reads as a path', () => {
    fc.assert(
      fc.property(fc.string(), (title) => {
        expect(fileName(title, 'csv')).not.toMatch(/[\\/:*?"<>|\0]|^\.\./)
      }),
    )
  })
})
