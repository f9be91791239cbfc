import { closeSync, openSync, writeSync } from 'node:fs'
import type { Form } from '../forms.ts'
import { cellText, type Cell, type OutColumn, type RowFile } from './columns.ts'
import { encodeGb18030 } from './gb18030.ts'

const chunk_length = 1 << 17

export class CsvFile implements RowFile {
  rows = 0
  private line = 0
  private chunk = ''
  private readonly handle: number
  private readonly end: string

  constructor(
    readonly path: string,
    private readonly columns: readonly OutColumn[],
    private readonly form: Form,
  ) {
    this.handle = openSync(path, 'w')
    this.end = form.line_end === 'crlf' ? '\r\n' : '\n'
    if (form.encoding === 'bom') this.chunk = '\ufeff'
    this.write(columns.map((column) => column.zh).join(','))
  }

  add(cells: readonly Cell[]): number {
    let text = ''
    for (const column of this.columns) {
      const value = cellText(cells[column.from], column, this.form)
      const always = this.form.quoted && column.type === 'text'
      text += `,${always || marks.test(value) ? quoted(value) : value}`
    }
    this.rows++
    return this.write(text.slice(1))
  }

  addRaw(texts: readonly string[]): number {
    this.rows++
    return this.write(texts.map((text) => (marks.test(text) ? quoted(text) : text)).join(','))
  }

  close(): Promise<void> {
    this.flush()
    closeSync(this.handle)
    return Promise.resolve()
  }

  /** Answers the first physical line of what is written. */
  private write(text: string): number {
    const first = ++this.line
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) this.line++
    this.chunk += text + this.end
    if (this.chunk.length > chunk_length) this.flush()
    return first
  }

  private flush(): void {
    const { chunk } = this
    this.chunk = ''
    const gb = this.form.encoding === 'gb18030'
    writeSync(this.handle, gb ? encodeGb18030(chunk) : Buffer.from(chunk, 'utf8'))
  }
}

const marks = /[",\n]/

function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`
}
