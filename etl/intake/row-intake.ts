import type { Layout } from '../layouts.ts'
import { header_rows, headerRefusal, matchHeader, type Header } from './header.ts'
import { mayGoOn } from './open-end.ts'
import { cell_separator, type Outlet, type Sink } from './outlet.ts'
import { Refusal } from './refusal.ts'

const longest_row = 1_000_000

export const totals_rule = '合计行不是记录'

const swallow_rule = '引号位置不对：引号内含有整行记录，请补上或删去多余的引号'

/** A row's first physical line, and on how many it stands. */
interface Span {
  line: number
  lines: number
}

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

  /** `line` is the row's first of `lines` physical lines, or the sheet's row number. */
  row(cells: string[], line: number, lines = 1): void {
    const swallowed = lines > 1 && this.swallowsRows(cells)
    if (!this.header) {
      if (swallowed) throw swallowedAboveHeader({ line, lines })
      this.seekHeader(cells)
      return
    }
    const filled = cells.map(plainCell)
    if (filled.every((cell) => cell === '')) return
    const fault = swallowed ? swallow_rule : this.shapeFault(filled)
    if (fault !== null) {
      this.fault({ line, lines }, fault)
      return
    }
    this.read += 1
    this.pass(filled, line)
  }

  /**
   * Takes a row that could not be told apart into cells. Above the header it is any row, but on several
   * lines it may hold the header and throws a Refusal.
   */
  brokenRow(cells: string[], span: Span, rule: string): void {
    if (this.header) this.fault(span, rule)
    else if (span.lines > 1) throw swallowedAboveHeader(span)
    else this.row(cells, span.line)
  }

  /** Passes on a line without quotes; `cells` is how many it has. False if it must be taken apart. */
  line(text: string, line: number, cells: number): boolean {
    if (!this.header || !this.plain) return false
    if (cells !== this.header.names.length || text.length > longest_row) return false
    this.read += 1
    this.plain.write(`${this.fileId},${line},${text}`)
    return true
  }

  /**
   * Takes a last row without a line end. Throws a Refusal where it is short of cells or the header, so
   * that the file was cut off; a row whose last cell may have been longer is a fault.
   */
  unendedRow(cells: string[], line: number, lines = 1): void {
    if (!this.header) {
      if (this.seekHeader(cells)) throw new Refusal('文件被截断：表头没有行尾')
      return
    }
    const due = this.header.names.length
    if (cells.length < due && !cells.every(isBlank)) throw cutOff()
    const last = this.header.names[due - 1]
    const column = this.layout.columns.find(({ name }) => name === last)
    const isOpen = cells.length === due && column && mayGoOn(column, cells.at(-1) ?? '')
    if (!isOpen || cells.every(isBlank)) this.row(cells, line, lines)
    else
      this.fault(
        { line, lines },
        `最后一行没有行尾，“${column.zh}”可能不完整：请在末尾换行后重新报送`,
      )
  }

  get seeksHeader(): boolean {
    return this.header === null && this.candidates.length < header_rows
  }

  /** Throws a Refusal where no header was found. */
  finish(): Counted {
    if (!this.header) throw headerRefusal(this.layout, this.candidates)
    return { rowsRead: this.read, extra: this.header.extra }
  }

  get rowsRead(): number {
    return this.read
  }

  get headerCandidates(): readonly string[][] {
    return this.candidates
  }

  private seekHeader(cells: string[]): Header | null {
    if (this.candidates.length >= header_rows) throw headerRefusal(this.layout, this.candidates)
    this.candidates.push(cells)
    const header = matchHeader(this.layout, this.padded ? trimmedEnd(cells) : cells)
    if (!header) return null
    this.header = header
    this.cells = this.outlets.rows.sink(cell_separator, header.names)
    this.plain = this.outlets.rows.sink(',', header.names)
    return header
  }

  /** Every line of the row is read and faulty, since there is no telling how many rows they hold. */
  private fault({ line, lines }: Span, rule: string): void {
    const told = lines === 1 ? rule : `${rule}（${spanned({ line, lines })}）`
    this.read += lines
    for (let at = line; at < line + lines; at += 1) {
      this.outlets.faults.write([this.fileId, at, told].join(cell_separator))
    }
  }

  /** Whether cells with line breaks hold as many commas as a row, as behind a stray opening quote. */
  private swallowsRows(cells: readonly string[]): boolean {
    const required = this.layout.columns.filter((column) => column.required).length
    const due = this.header?.names.length ?? required
    const broken = cells.filter((cell) => /[\r\n]/.test(cell)).join('')
    return broken.split(',').length >= due
  }

  private shapeFault(cells: readonly string[]): string | null {
    if (isTotals(cells)) return totals_rule
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

function spanned({ line, lines }: Span): string {
  return `第 ${String(line)}–${String(line + lines - 1)} 行`
}

function swallowedAboveHeader(span: Span): Refusal {
  return new Refusal(`表头处的引号位置不对，${spanned(span)}连成了一行：请改正后重新报送`)
}

function cutOff(): Refusal {
  return new Refusal('文件被截断：最后一行没有行尾，且单元格不足')
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
