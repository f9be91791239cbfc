import type { Layout } from '../layouts.ts'
import { header_rows, headerRefusal, matchHeader, type Header } from './header.ts'
import { cell_separator, type Outlet, type Sink } from './outlet.ts'

const longest_row = 1_000_000

export interface Counted {
  rowsRead: number
  extra: string[]
}

/** Takes the rows of one table (a text file or a sheet) one after the other and passes them on. */
export class RowIntake {
  header: Header | null = null
  private readonly candidates: string[][] = []
  private read = 0
  private cells: Sink | null = null
  private plain: Sink | null = null

  constructor(
    private readonly fileId: number,
    private readonly layout: Layout,
    private readonly outlets: { rows: Outlet; faults: Sink },
    /** A workbook leaves out empty cells at the end of a row; a text file may not. */
    private readonly padded: boolean,
  ) {}

  /** `line` is the row's first physical line, or the sheet's row number. */
  row(cells: string[], line: number): void {
    if (!this.header) {
      this.seekHeader(cells)
      return
    }
    const filled = cells.map(plainCell)
    if (filled.every((cell) => cell === '')) return
    this.read += 1
    const fault = this.shapeFault(filled)
    if (fault === null) this.pass(filled, line)
    else this.outlets.faults.write([this.fileId, line, fault].join(cell_separator))
  }

  /** Passes on a line without quotes; `cells` is how many it has. False if it must be taken apart. */
  line(text: string, line: number, cells: number): boolean {
    if (!this.header || !this.plain) return false
    if (cells !== this.header.names.length || text.length > longest_row) return false
    this.read += 1
    this.plain.write(`${this.fileId},${line},${text}`)
    return true
  }

  /** Whether a last row without a line end is short of cells, so that the file was cut off. */
  isShort(cells: readonly string[]): boolean {
    return this.header !== null && cells.length < this.header.names.length && !cells.every(isBlank)
  }

  get seeksHeader(): boolean {
    return this.header === null && this.candidates.length < header_rows
  }

  /** Throws a Refusal where no header was found. */
  finish(): Counted {
    if (!this.header) throw headerRefusal(this.layout, this.candidates)
    return { rowsRead: this.read, extra: this.header.extra }
  }

  get headerCandidates(): readonly string[][] {
    return this.candidates
  }

  private seekHeader(cells: string[]): void {
    if (this.candidates.length >= header_rows) throw headerRefusal(this.layout, this.candidates)
    this.candidates.push(cells)
    const header = matchHeader(this.layout, this.padded ? trimmedEnd(cells) : cells)
    if (!header) return
    this.header = header
    this.cells = this.outlets.rows.sink(cell_separator, header.names)
    this.plain = this.outlets.rows.sink(',', header.names)
  }

  private shapeFault(cells: readonly string[]): string | null {
    if (isTotals(cells)) return '合计行不是记录'
    const due = this.header?.names.length ?? 0
    const found = this.padded ? Math.max(due, trimmedEnd(cells).length) : cells.length
    if (found !== due) return `单元格数与表头不符：表头 ${due} 个，本行 ${found} 个`
    return cells.join('').length > longest_row ? '本行过长' : null
  }

  private pass(cells: string[], line: number): void {
    const due = this.header?.names.length ?? 0
    const row = cells.slice(0, due)
    while (row.length < due) row.push('')
    this.cells?.write([this.fileId, line, ...row].join(cell_separator))
  }
}

/** A cell on one line: line breaks and other control characters are read as spaces. */
function plainCell(cell: string): string {
  return cell.replaceAll(/\p{Cc}/gu, ' ').trim()
}

function isBlank(cell: string): boolean {
  return cell.trim() === ''
}

function isTotals(cells: readonly string[]): boolean {
  const first = cells.find((cell) => cell !== '' && !/^[-/无－／]$/.test(cell))
  return first !== undefined && /^[合总小]\s*计$/.test(first)
}

function trimmedEnd(cells: readonly string[]): string[] {
  const last = cells.findLastIndex((cell) => !isBlank(cell))
  return cells.slice(0, last + 1)
}
