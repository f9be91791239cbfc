import { Refusal } from './refusal.ts'

const most_rows = 1_048_576
const longest_cell = 32_767
const usual_width = 256
const most_places_beyond = 2_000_000
const free_characters = 1 << 26

/** Refuses a sheet that no spreadsheet program could have written, before its rows take time or space. */
export class SheetGuard {
  private before = -1
  private beyond = 0
  private characters = 0

  /** `inflated` is the workbook's size in bytes: one text may stand in many cells. */
  constructor(private readonly inflated: number) {}

  /** Takes the next row, `index` from 0. */
  row(index: number, cells: readonly string[]): void {
    if (!Number.isInteger(index) || index <= this.before || index >= most_rows) {
      throw new Refusal('工作表的行号不成顺序，文件已损坏')
    }
    this.before = index
    this.beyond += Math.max(0, cells.length - usual_width)
    if (this.beyond > most_places_beyond) {
      throw new Refusal(`工作表有大量空列（直到第 ${cells.length} 列），请删除多余的列`)
    }
    for (const { length } of cells) this.cell(index, length)
    if (this.characters <= free_characters + 8 * this.inflated) return
    throw new Refusal('工作表展开后大得不成比例')
  }

  private cell(index: number, length: number): void {
    this.characters += length
    if (length <= longest_cell) return
    throw new Refusal(`工作表第 ${index + 1} 行有超过 ${longest_cell} 字的单元格`)
  }
}
