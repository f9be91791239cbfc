import { closeSync, openSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Between cells of rows that were taken apart; in a text it cannot occur, see `plainCell`. */
export const cell_separator = '\u001f'

const flush_characters = 1 << 20

/** A canonical text file: one row a line, `<file id><d><line><d>` and then the cells `names` tells. */
export class Sink {
  /** Whether any row was written, so that the file exists. */
  used = false
  private handle: number | null = null
  private chunk: string[] = []
  private characters = 0

  constructor(
    readonly path: string,
    readonly delimiter: string,
    readonly names: readonly (string | null)[],
  ) {}

  write(row: string): void {
    this.chunk.push(row)
    this.characters += row.length
    if (this.characters > flush_characters) this.flush()
  }

  close(): void {
    this.flush()
    if (this.handle !== null) closeSync(this.handle)
    this.handle = null
  }

  private flush(): void {
    if (this.chunk.length === 0) return
    this.used = true
    this.handle ??= openSync(this.path, 'a', 0o600)
    writeFileSync(this.handle, `${this.chunk.join('\n')}\n`)
    this.chunk = []
    this.characters = 0
  }
}

/** The canonical files of one extract, one for each order of columns, so that rows need no taking apart. */
export class Outlet {
  private readonly sinks = new Map<string, Sink>()

  constructor(
    private readonly folder: string,
    private readonly extract: string,
  ) {}

  sink(delimiter: string, names: readonly (string | null)[]): Sink {
    const key = [delimiter, ...names.map((name) => name ?? '')].join()
    let sink = this.sinks.get(key)
    if (!sink) {
      const path = join(this.folder, `${this.extract}.${String(this.sinks.size)}.txt`)
      sink = new Sink(path, delimiter, names)
      this.sinks.set(key, sink)
    }
    return sink
  }

  close(): Sink[] {
    const sinks = [...this.sinks.values()]
    for (const sink of sinks) sink.close()
    return sinks
  }
}
