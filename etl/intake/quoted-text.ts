import { finished } from 'node:stream/promises'

import { CsvError, parse, type Parser } from 'csv-parse'

import { Refusal } from './refusal.ts'
import type { RowIntake } from './row-intake.ts'

/** Takes text with quoted cells apart; a row's line is that on which it begins. */
export class QuotedText {
  private readonly parser: Parser
  private readonly done: Promise<void>
  private last: { cells: string[]; line: number } | null = null
  private fault: Error | null = null
  private tail = ''

  constructor(
    private readonly intake: RowIntake,
    private line: number,
  ) {
    this.parser = parse({
      bom: false,
      record_delimiter: ['\r\n', '\n', '\r'],
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
    const { cells, line } = this.last
    if (/[\r\n]/.test(this.tail)) this.intake.row(cells, line)
    else this.intake.unendedRow(cells, line)
  }

  private async drained(): Promise<void> {
    await Promise.race([new Promise((resolve) => this.parser.once('drain', resolve)), this.done])
  }

  /** The last row waits, since only the end of the text tells whether it is whole. */
  private take(): void {
    try {
      for (let cells = this.next(); cells; cells = this.next()) {
        if (this.last) this.intake.row(this.last.cells, this.last.line)
        this.last = { cells, line: this.line }
        this.line += 1 + breaksIn(cells)
      }
    } catch (error) {
      this.parser.destroy(error instanceof Error ? error : new Error(String(error)))
    }
  }

  private next(): string[] | null {
    return this.parser.read() as string[] | null
  }

  private stopAtFault(): void {
    if (this.fault === null) return
    if (!(this.fault instanceof CsvError)) throw this.fault
    throw this.fault.code === 'CSV_QUOTE_NOT_CLOSED'
      ? new Refusal('文件被截断：有引号没有闭合')
      : new Refusal(`不是有效的 CSV（${this.fault.code}）`)
  }
}

function breaksIn(cells: readonly string[]): number {
  let breaks = 0
  for (const cell of cells) breaks += cell.match(/\r\n|\r|\n/g)?.length ?? 0
  return breaks
}
