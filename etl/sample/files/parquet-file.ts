import { closeSync, openSync, rmSync, writeSync } from 'node:fs'
import type { DuckDBConnection } from '@duckdb/node-api'
import type { Form } from '../forms.ts'
import { cellText, type Cell, type OutColumn, type RowFile } from './columns.ts'

const chunk_length = 1 << 17
const separator = '\u0001'
const typed: Record<string, string> = { date: 'DATE', integer: 'INTEGER', decimal: 'DECIMAL(18,2)' }

/** Rows are gathered in a plain text file beside it, which DuckDB turns into Parquet at the end. */
export class ParquetFile implements RowFile {
  rows = 0
  private chunk = ''
  private readonly draft: string
  private readonly handle: number

  constructor(
    readonly path: string,
    private readonly columns: readonly OutColumn[],
    private readonly form: Form,
    private readonly database: DuckDBConnection,
  ) {
    this.draft = `${path}.draft`
    this.handle = openSync(this.draft, 'w')
  }

  add(cells: readonly Cell[]): number {
    return this.addRaw(
      this.columns.map((column) => cellText(cells[column.from], column, this.form)),
    )
  }

  addRaw(texts: readonly string[]): number {
    this.chunk += `${texts.join(separator)}\n`
    if (this.chunk.length > chunk_length) this.flush()
    return ++this.rows
  }

  async close(): Promise<void> {
    this.flush()
    closeSync(this.handle)
    await this.database.run(this.copyStatement())
    rmSync(this.draft)
  }

  private copyStatement(): string {
    const names = this.columns.map((_, at) => `c${String(at)}`)
    const read = names.map((name) => `'${name}': 'VARCHAR'`).join(', ')
    const out = this.columns.map((column, at) => {
      const type = this.form.typed ? (typed[column.type] ?? 'VARCHAR') : 'VARCHAR'
      return `CAST(${names[at] ?? ''} AS ${type}) AS "${column.zh}"`
    })
    return `COPY (SELECT ${out.join(', ')} FROM read_csv(${quoted(this.draft)},
      columns = {${read}}, auto_detect = false, header = false, delim = '${separator}',
      quote = '', escape = '', nullstr = '', new_line = '\\n', parallel = false))
      TO ${quoted(this.path)} (FORMAT parquet, COMPRESSION zstd)`
  }

  private flush(): void {
    writeSync(this.handle, this.chunk)
    this.chunk = ''
  }
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
