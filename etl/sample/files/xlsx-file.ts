import { closeSync, openSync, writeSync } from 'node:fs'
import { strToU8, Zip, ZipDeflate } from 'fflate'
import type { Form } from '../forms.ts'
import { cellText, type Cell, type OutColumn, type RowFile } from './columns.ts'
import { sheetTail, sheetTop, workbookParts } from './xlsx-parts.ts'

const chunk_length = 1 << 17
const excel_epoch = -25_569

/** A workbook of one sheet: a merged title row, the header, the rows. Streamed, undated. */
export class XlsxFile implements RowFile {
  rows = 0
  private line = 0
  private chunk = ''
  private readonly handle: number
  private readonly zip: Zip
  private readonly sheet: ZipDeflate

  constructor(
    readonly path: string,
    title: string,
    private readonly columns: readonly OutColumn[],
    private readonly form: Form,
  ) {
    this.handle = openSync(path, 'w')
    this.zip = new Zip((error, data) => {
      if (error) throw error
      writeSync(this.handle, data)
    })
    for (const [name, text] of workbookParts(title)) this.part(name).push(strToU8(text), true)
    this.sheet = this.part('xl/worksheets/sheet1.xml')
    this.chunk = sheetTop
    this.write(textCell(title))
    this.write(columns.map((column) => textCell(column.zh)).join(''))
  }

  add(cells: readonly Cell[]): number {
    let text = ''
    for (const column of this.columns) text += this.cell(cells[column.from], column)
    this.rows++
    return this.write(text)
  }

  addRaw(texts: readonly string[]): number {
    this.rows++
    return this.write(texts.map(textCell).join(''))
  }

  close(): Promise<void> {
    this.chunk += sheetTail(this.columns.length)
    this.sheet.push(strToU8(this.chunk), true)
    this.zip.end()
    closeSync(this.handle)
    return Promise.resolve()
  }

  private cell(cell: Cell | undefined, column: OutColumn): string {
    const numeric = typeof cell === 'number'
    if (numeric && column.type === 'date' && this.form.dates === 'cell') {
      return `<c s="1"><v>${String(cell - excel_epoch)}</v></c>`
    }
    if (numeric && column.type !== 'date') return `<c><v>${String(cell)}</v></c>`
    return textCell(cellText(cell, column, this.form))
  }

  private write(cells: string): number {
    this.line++
    this.chunk += `<row r="${String(this.line)}">${cells}</row>`
    if (this.chunk.length > chunk_length) {
      this.sheet.push(strToU8(this.chunk))
      this.chunk = ''
    }
    return this.line
  }

  private part(name: string): ZipDeflate {
    const part = new ZipDeflate(name, { level: 1 })
    part.mtime = new Date(2018, 6, 1)
    this.zip.add(part)
    return part
  }
}

function textCell(text: string): string {
  return text === '' ? '<c/>' : `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`
}

function escaped(text: string): string {
  if (!/[&<>]/.test(text)) return text
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
