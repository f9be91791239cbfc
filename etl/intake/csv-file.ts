import { readText, type Encoding } from './decoding.ts'
import { QuotedText } from './quoted-text.ts'
import { Refusal } from './refusal.ts'
import type { RowIntake } from './row-intake.ts'

/** A text that holds none of these is taken apart at line ends and commas alone. */
const unplain = /["\0-\b\v\f\x0e-\x1f\x7f-\x9f]|\r(?!\n|$)/
const longest_line = 1 << 24
const totals = /[合总小]\s*计/
const spaces = '[ \\t\\u00a0\\u3000\\ufeff]'
const padded = new RegExp(`(?:^|[,\\n])${spaces}|${spaces}(?:[,\\r\\n]|$)`)

/**
 * Reads a CSV file row by row and tells now and then how many it has read. Answers its encoding. Throws a
 * Refusal where it is cut off, has no header or is in no known encoding.
 */
export async function readCsv(
  path: string,
  intake: RowIntake,
  onRows?: (rows: number) => void,
): Promise<Encoding> {
  let encoding: Encoding = 'utf-8'
  let quoted: QuotedText | null = null
  const lines = new PlainLines(intake)
  for (const piece of readText(path)) {
    encoding = piece.encoding
    if (!quoted && unplain.test(piece.text)) {
      quoted = new QuotedText(intake, lines.next)
      await quoted.write(lines.rest)
    }
    if (quoted) await quoted.write(piece.text)
    else lines.write(piece.text)
    onRows?.(intake.rowsRead)
  }
  if (quoted) await quoted.end()
  else lines.end()
  return encoding
}

class PlainLines {
  /** The number of the line that begins with `rest`. */
  next = 1
  rest = ''

  constructor(private readonly intake: RowIntake) {}

  write(piece: string): void {
    const text = this.rest + piece
    const suspect = totals.test(text) || padded.test(text)
    let start = 0
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      const stop = text.charCodeAt(end - 1) === 13 && end > start ? end - 1 : end
      this.line(text.slice(start, stop), suspect)
      start = end + 1
    }
    this.rest = text.slice(start)
    if (this.rest.length > longest_line) throw new Refusal('文件没有行尾，不是 CSV')
  }

  end(): void {
    if (this.rest === '') return
    const cells = this.rest.replace(/\r$/, '').split(',')
    this.intake.unendedRow(cells, this.next)
  }

  private line(text: string, suspect: boolean): void {
    const line = this.next
    this.next += 1
    const first = text.charCodeAt(0)
    const blank = Number.isNaN(first) || first <= 44 || first === 0x3000 || first === 0xa0
    const odd =
      (blank && /^[\s,]*$/.test(text)) || (suspect && (totals.test(text) || padded.test(text)))
    if (!odd && this.intake.line(text, line, cellsOf(text))) return
    this.intake.row(text.split(','), line)
  }
}

function cellsOf(text: string): number {
  let cells = 1
  for (let at = text.indexOf(','); at >= 0; at = text.indexOf(',', at + 1)) cells += 1
  return cells
}
