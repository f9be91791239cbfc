import { finished } from 'node:stream/promises'

import { CsvError, parse, type Parser } from 'csv-parse'

import { Refusal } from './refusal.ts'
import type { RowIntake } from './row-intake.ts'

/** In bytes; no row is that long unless a quote was left open. */
const longest_record = 4 << 20
const quote_rule = '引号位置不对：整个单元格应放在引号内，其中的引号写两次'
/** Text behind a closing quote leaves it open where the cell was to end. */
const well_quoted = /^(?:(?:"[^"]*(?:""[^"]*)*"|(?!")[^,]*)(?:,|[\r\n]*$))*$/

interface Parsed {
  record: string[]
  raw: string
}

interface Row {
  cells: string[]
  line: number
  /** How many lines it stands on. */
  lines: number
  isBroken: boolean
}

/** Takes text with quoted cells apart; a row's line is that on which it begins. */
export class QuotedText {
  private readonly parser: Parser
  private readonly done: Promise<void>
  private last: Row | null = null
  private fault: Error | null = null
  private tail = ''

  constructor(
    private readonly intake: RowIntake,
    private line: number,
  ) {
    this.parser = parse({
      bom: false,
      record_delimiter: ['\r\n', '\n', '\r'],
      max_record_size: longest_record,
      raw: true,
      relax_column_count: true,
      relax_quotes: true,
    })
    this.parser.on('readable', () => this.take())
    this.done = finished(this.parser).catch((error: unknown) => {
      this.fault = error instanceof Error ? error : new Error(String(error))
    })
  }

  async write(text: string): Promise<void> {
    if (text === '') return
    this.tail = text.slice(-1)
    if (!this.parser.write(text)) await this.drained()
    this.stopAtFault()
  }

  /** Throws a Refusal where a quote is left open or the last row is cut off. */
  async end(): Promise<void> {
    this.parser.end()
    await this.done
    this.stopAtFault()
    if (!this.last) return
    if (/[\r\n]/.test(this.tail) || this.last.isBroken) this.pass(this.last)
    else this.intake.unendedRow(this.last.cells, this.last.line, this.last.lines)
  }

  private async drained(): Promise<void> {
    await Promise.race([new Promise((resolve) => this.parser.once('drain', resolve)), this.done])
  }

  /** The last row waits, since only the end of the text tells whether it is whole. */
  private take(): void {
    try {
      for (let parsed = this.next(); parsed; parsed = this.next()) {
        if (this.last) this.pass(this.last)
        const { record, raw } = parsed
        const lines = 1 + breaksIn(record)
        this.last = { cells: record, line: this.line, lines, isBroken: !well_quoted.test(raw) }
        this.line += lines
      }
    } catch (error) {
      this.parser.destroy(error instanceof Error ? error : new Error(String(error)))
    }
  }

  private pass({ cells, line, lines, isBroken }: Row): void {
    if (isBroken) this.intake.brokenRow(cells, { line, lines }, quote_rule)
    else this.intake.row(cells, line, lines)
  }

  private next(): Parsed | null {
    return this.parser.read() as Parsed | null
  }

  private stopAtFault(): void {
    if (this.fault === null) return
    if (!(this.fault instanceof CsvError)) throw this.fault
    const isOpen = ['CSV_QUOTE_NOT_CLOSED', 'CSV_MAX_RECORD_SIZE'].includes(this.fault.code)
    throw isOpen
      ? new Refusal('文件被截断：有引号没有闭合')
      : new Refusal(`不是有效的 CSV（${this.fault.code}）`)
  }
}

function breaksIn(cells: readonly string[]): number {
  let breaks = 0
  for (const cell of cells) breaks += cell.match(/\r\n|\r|\n/g)?.length ?? 0
  return breaks
}
