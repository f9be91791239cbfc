import { isUtf8 } from 'node:buffer'
import { closeSync, openSync, writeFileSync } from 'node:fs'

import type { Layout } from '../layouts.ts'
import { type Encoding, readBytes } from './decoding.ts'
import { header_rows, matchHeader, type Header } from './header.ts'
import { SimpleQuotes } from './simple-quotes.ts'

/** A text file that any strict reader of CSV reads as ours does. */
export interface PlainCsv extends Header {
  /** The number of the header's line. */
  headerLine: number
  /** Below the header, each on a line of its own. */
  rows: number
  newLine: '\\n' | '\\r\\n'
  encoding: Encoding
  /** Where the text lies in UTF-8 and without quotes. */
  path: string
}

const [tab, newline, carriage, space, quote, comma] = [9, 10, 13, 32, 0x22, 44]
const longest_line = 1_000_000
const blank_row = /^[\s,]*$/
const byte_order_mark = Buffer.from('\ufeff')
const total = Buffer.from('计')
const before_total = /[合总小\s]$/

/**
 * Looks at every byte of a CSV file; null where it is not proved that each line below the header is one
 * row of as many cells as the header, none of which `readCsv` would change: without control characters,
 * spaces around cells, totals and blank rows, every line ended in the same way. A file with simple quotes
 * or in another encoding is written without them in UTF-8 to `copy`. Throws where its text breaks its
 * encoding, or the copy finds no room.
 */
export function plainCsv(path: string, layout: Layout, copy: string): PlainCsv | null {
  const scan = new Scan(layout)
  const text = new PlainText(path, copy)
  let rest = Buffer.alloc(0)
  for (const piece of text.pieces()) {
    const bytes = Buffer.concat([rest, piece])
    const whole = bytes.lastIndexOf(newline) + 1
    if (whole === 0 || !scan.takes(bytes.subarray(0, whole))) return null
    rest = bytes.subarray(whole)
  }
  return rest.length === 0 ? scan.result(text) : null
}

/** The text of a file in UTF-8 without simple quotes: its own, or a copy that comes to be while it is read. */
class PlainText {
  encoding: Encoding = 'utf-8'
  private quotes: SimpleQuotes | null = null

  constructor(
    readonly source: string,
    readonly copy: string,
  ) {}

  get path(): string {
    return this.isCopied ? this.copy : this.source
  }

  /** Throws where the text breaks its encoding; of UTF-8 only `Scan` tells. */
  *pieces(): Generator<Buffer> {
    let handle: number | null = null
    try {
      for (const text of this.utf8Pieces()) {
        if (!this.isCopied) yield text
        else {
          const from = handle === null && text.subarray(0, 3).equals(byte_order_mark) ? 3 : 0
          const plain = this.quotes?.without(text, from) ?? text
          handle ??= openSync(this.copy, 'w', 0o600)
          writeFileSync(handle, plain)
          yield plain
        }
      }
    } finally {
      if (handle !== null) closeSync(handle)
    }
  }

  private get isCopied(): boolean {
    return this.encoding !== 'utf-8' || this.quotes !== null
  }

  /** Whether quotes are to be taken away is told by the first piece. */
  private *utf8Pieces(): Generator<Buffer> {
    let decoder: TextDecoder | null = null
    let isFirst = true
    for (const { bytes, encoding } of readBytes(this.source)) {
      this.encoding = encoding
      if (encoding !== 'utf-8') decoder ??= new TextDecoder(encoding, { fatal: true })
      const text = decoder
        ? Buffer.from(decoder.decode(bytes, { stream: bytes.length > 0 }))
        : bytes
      if (text.length === 0) continue
      if (isFirst && text.includes(quote)) this.quotes = new SimpleQuotes()
      isFirst = false
      yield text
    }
  }
}

/** Bytes that no rule asks about, of which nearly all of a text is. */
const ordinary = Uint8Array.from({ length: 256 }, (_, byte) =>
  Number(byte >= space && byte !== comma && byte !== 0x7f && byte !== 0xc2),
)

class Scan {
  private header: (Header & Pick<PlainCsv, 'headerLine' | 'newLine'>) | null = null
  private lines = 0
  private ended: number | null = null

  constructor(private readonly layout: Layout) {}

  result({ encoding, path }: PlainText): PlainCsv | null {
    if (!this.header) return null
    return { ...this.header, rows: this.lines - this.header.headerLine, encoding, path }
  }

  /** Whether a block of whole lines is plain too. */
  takes(block: Buffer): boolean {
    if (!isUtf8(block) || block.includes(quote) || mayHoldTotals(block)) return false
    const first = this.lines === 0 && block.subarray(0, 3).equals(byte_order_mark) ? 3 : 0
    const start = this.header ? 0 : this.seekHeader(block, first)
    return this.header !== null && this.takesRows(block, start)
  }

  /** Where the rows begin. */
  private seekHeader(block: Buffer, first: number): number {
    let start = first
    for (let line = 1; line <= header_rows; line += 1) {
      const end = block.indexOf(newline, start)
      if (end < 0) return start
      const text = block.toString('utf8', start, end)
      if (!this.endsAlike(block, end) || unplain.test(text)) return start
      const header = headerOf(this.layout, text.replace(/\r$/, ''))
      this.lines = line
      start = end + 1
      if (!header) continue
      const newLine = this.ended === 0 ? '\\n' : '\\r\\n'
      this.header = { ...header, headerLine: line, newLine }
      break
    }
    return start
  }

  private takesRows(block: Buffer, from: number): boolean {
    const due = this.header?.names.length ?? 0
    let start = from
    let cells = 1
    for (let at = from; at < block.length; at += 1) {
      const byte = block[at] ?? 0
      if (ordinary[byte] === 1) continue
      if (byte === comma) {
        if (isPadded(block, start, at)) return false
        cells += 1
      } else if (byte === newline) {
        const end = at - (this.ended ?? 0)
        if (cells !== due || !this.endsAlike(block, at) || isPadded(block, start, end)) return false
        if (end === start || at - start > longest_line) return false
        if (block[start] === comma && blank_row.test(block.toString('utf8', start, at)))
          return false
        this.lines += 1
        start = at + 1
        cells = 1
      } else if (byte < space && byte !== tab) {
        if (byte !== carriage || block[at + 1] !== newline) return false
      } else if (byte === 0x7f || (byte === 0xc2 && (block[at + 1] ?? 0) < 0xa0)) return false
    }
    return true
  }

  /** Whether the line break at `end` is as those before. */
  private endsAlike(block: Buffer, end: number): boolean {
    const carriages = end > 0 && block[end - 1] === carriage ? 1 : 0
    this.ended ??= carriages
    return this.ended === carriages
  }
}

const unplain = /[\p{Cc}](?!$)/u

function headerOf(layout: Layout, text: string): Header | null {
  try {
    return matchHeader(layout, text.split(','))
  } catch {
    return null
  }
}

/** Whether a space stands before or behind the end of a cell, or at the start of its line. */
function isPadded(block: Buffer, start: number, end: number): boolean {
  return (
    isSpaceAt(block, end + 1) ||
    (end > start && isSpaceBefore(block, end)) ||
    isSpaceAt(block, start)
  )
}

/** All that `trim` takes for a space, and what shares its first two bytes with U+2000 or U+205F. */
function isSpaceAt(block: Buffer, at: number): boolean {
  const byte = block[at] ?? 0
  if (byte > space && byte < 0xc2) return false
  if (byte === 0xc2) return block[at + 1] === 0xa0
  return isWideSpaceAt(block, at) || byte === space || byte === tab
}

function isSpaceBefore(block: Buffer, end: number): boolean {
  const byte = block[end - 1] ?? 0
  if (byte > space && byte < 0x80) return false
  if (byte === 0xa0 && block[end - 2] === 0xc2) return true
  return isWideSpaceAt(block, end - 3) || byte === space || byte === tab
}

function isWideSpaceAt(block: Buffer, at: number): boolean {
  const [first, second, third] = [block[at], block[at + 1], block[at + 2]]
  if (first === 0xe2) return second === 0x80 || second === 0x81
  if (first === 0xe3) return second === 0x80 && third === 0x80
  if (first === 0xe1) return second === 0x9a && third === 0x80
  return first === 0xef && second === 0xbb && third === 0xbf
}

/** Of words with 计 only 合计, 总计 and 小计 are told from others, spaces within them too. */
function mayHoldTotals(block: Buffer): boolean {
  for (let at = block.indexOf(total); at >= 0; at = block.indexOf(total, at + 3)) {
    if (before_total.test(block.toString('utf8', Math.max(at - 9, 0), at))) return true
  }
  return false
}
