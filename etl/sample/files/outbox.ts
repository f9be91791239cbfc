import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { DuckDBConnection } from '@duckdb/node-api'
import { quarters } from '../days.ts'
import type { Form, Sending } from '../forms.ts'
import type { Extract, Layout } from '../layout.ts'
import { cellText, outColumns, type Cell, type OutColumn, type RowFile } from './columns.ts'
import { CsvFile } from './csv-file.ts'
import { ParquetFile } from './parquet-file.ts'
import { XlsxFile } from './xlsx-file.ts'

export interface Written {
  /** Relative to the inbox. */
  path: string
  line: number
}

export interface Inbox {
  folder: string
  layouts: Record<Extract, Layout>
  database: DuckDBConnection
}

const every_quarter: readonly Extract[] = ['registration', 'employment', 'training', 'institution']

/** What one unit sends: a row goes into the file of its quarter and extract, in the unit's form. */
export class Outbox {
  private readonly open = new Map<string, RowFile>()
  private readonly parts = new Map<string, number>()
  private readonly columns = new Map<Extract, OutColumn[]>()
  private readonly sentIn: readonly (number | undefined)[]

  constructor(
    readonly unit: string,
    readonly form: Form,
    private readonly sending: Sending,
    private readonly inbox: Inbox,
  ) {
    this.sentIn = quarters.map((_, index) => this.nextSent(index))
  }

  /** Adds a row; null where the unit does not send it. */
  add(extract: Extract, quarter: number, cells: readonly Cell[]): Written | null {
    const file = this.file(extract, quarter)
    return file && this.written(file, file.add(cells))
  }

  addRaw(extract: Extract, quarter: number, texts: readonly string[]): Written | null {
    const file = this.file(extract, quarter)
    return file && this.written(file, file.addRaw(texts))
  }

  /** Whether records of both quarters go into one file, where a key may stand but once. */
  together(quarter: number, other: number): boolean {
    return this.sentIn[quarter] === this.sentIn[other]
  }

  /** The texts of a row as this unit writes them, for rows that are to be torn. */
  texts(extract: Extract, cells: readonly Cell[]): string[] {
    return this.columnsOf(extract).map((column) => cellText(cells[column.from], column, this.form))
  }

  private columnsOf(extract: Extract): OutColumn[] {
    let columns = this.columns.get(extract)
    if (!columns) {
      columns = outColumns(this.inbox.layouts[extract], this.form)
      this.columns.set(extract, columns)
    }
    return columns
  }

  /** Where a full file goes on as the next one; called between counties so that no key is torn. */
  async turnPages(): Promise<void> {
    for (const [key, file] of this.open) {
      if (file.rows < this.form.rows) continue
      this.parts.set(key, (this.parts.get(key) ?? 1) + 1)
      this.open.delete(key)
      await file.close()
    }
  }

  /** Closes all files; a quarter that is sent has its quarterly extracts even when empty. */
  async close(): Promise<void> {
    if (this.unit !== '000000') {
      quarters.forEach((_, quarter) => {
        for (const extract of every_quarter) this.file(extract, quarter)
      })
    }
    for (const file of this.open.values()) await file.close()
    this.open.clear()
  }

  private file(extract: Extract, quarter: number): RowFile | null {
    const sent = this.sentIn[quarter]
    if (sent === undefined || this.sending.never.includes(extract)) return null
    const key = `${String(sent)} ${extract}`
    let file = this.open.get(key)
    if (!file) this.open.set(key, (file = this.start(extract, sent, key)))
    return file
  }

  private start(extract: Extract, quarter: number, key: string): RowFile {
    const folder = join(this.inbox.folder, quarters[quarter] ?? '', this.unit)
    mkdirSync(folder, { recursive: true })
    const part = this.parts.get(key) ?? 1
    const name = part === 1 ? extract : `${extract}-${String(part).padStart(2, '0')}`
    const path = join(folder, `${name}.${this.form.file}`)
    const columns = this.columnsOf(extract)
    if (this.form.file === 'csv') return new CsvFile(path, columns, this.form)
    if (this.form.file === 'xlsx')
      return new XlsxFile(path, this.title(extract, quarter), columns, this.form)
    return new ParquetFile(path, columns, this.form, this.inbox.database)
  }

  private title(extract: Extract, quarter: number): string {
    return `${this.inbox.layouts[extract].name}（${quarters[quarter] ?? ''}）`
  }

  private written(file: RowFile, line: number): Written {
    return { path: file.path.slice(this.inbox.folder.length + 1), line }
  }

  private nextSent(index: number): number | undefined {
    const at = quarters.findIndex((name, q) => q >= index && !this.sending.silent.includes(name))
    return at < 0 ? undefined : at
  }
}
