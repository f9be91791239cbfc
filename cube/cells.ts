import {
  DuckDBDateValue,
  DuckDBTypeId,
  JsonDuckDBValueConverter,
  type DuckDBDataChunk,
  type DuckDBType,
  type DuckDBValue,
} from '@duckdb/node-api'
import duckdb from '@duckdb/node-bindings'
import type { Cell } from './rows.ts'

/** A type's cells in the memory of a vector, in words of 32 bits; `read` gives none where one is not plain. */
type Plain = { words: number; read: (memory: Int32Array, at: number) => Cell | undefined }

const HALF = 2 ** 32
const LONGEST = 6

/**
 * An answer by column: whole numbers as numbers, the same text or day always as one object, all else as
 * JSON has it. What is plain is read from the memory of DuckDB's vectors: by the value that its interface
 * makes of each cell it would take five times as long.
 */
export function cellsOf(
  chunks: readonly DuckDBDataChunk[],
  types: readonly DuckDBType[],
): Cell[][] {
  const texts = new Texts()
  const plains = plainTypes(texts)
  return types.map((type, column) => {
    const plain = plains.get(type.typeId)
    const cells: Cell[] = []
    for (const chunk of chunks) {
      const memory = plain === undefined ? null : memoryOf(chunk, column, plain.words)
      const vector = chunk.getColumnVector(column)
      const { rowCount } = chunk
      for (let row = 0; row < rowCount; row += 1) {
        const cell = memory === null ? undefined : plain?.read(memory, row)
        cells.push(cell === undefined ? converted(vector.getItem(row), type, texts) : cell)
      }
    }
    return cells
  })
}

/** Null where some cells are missing: what stands in memory for those is anything. */
function memoryOf({ chunk, rowCount }: DuckDBDataChunk, column: number, words: number) {
  const vector = duckdb.data_chunk_get_vector(chunk, column)
  const missing = duckdb.vector_get_validity(vector, 8 * Math.ceil(rowCount / 64)) as unknown
  if (missing !== null) return null
  const { buffer, byteOffset } = duckdb.vector_get_data(vector, 4 * words * rowCount)
  return new Int32Array(buffer, byteOffset, words * rowCount)
}

function plainTypes(texts: Texts): Map<DuckDBTypeId, Plain> {
  return new Map([
    [DuckDBTypeId.VARCHAR, { words: 4, read: (memory, row) => texts.short(memory, 4 * row) }],
    [DuckDBTypeId.DATE, { words: 1, read: (memory, row) => texts.day(memory[row] ?? 0) }],
    [DuckDBTypeId.BIGINT, { words: 2, read: (memory, row) => whole(memory, 2 * row) }],
    [DuckDBTypeId.HUGEINT, { words: 4, read: (memory, row) => huge(memory, 4 * row) }],
  ])
}

/** A whole number of 64 bits, the lower half first; rounded as Number() rounds. */
function whole(memory: Int32Array, at: number): number {
  return (memory[at + 1] ?? 0) * HALF + ((memory[at] ?? 0) >>> 0)
}

/** One of 128 bits, where 64 hold it. */
function huge(memory: Int32Array, at: number): number | undefined {
  const sign = (memory[at + 1] ?? 0) >> 31
  return memory[at + 2] === sign && memory[at + 3] === sign ? whole(memory, at) : undefined
}

/** The texts and days of an answer, each made once. */
class Texts {
  readonly #short = new Map<number, string>()
  readonly #long = new Map<string, string>()
  readonly #days = new Map<number, string>()

  /** Of six bytes at most: they stand beside their number, and with it make a number that tells them apart. */
  short(memory: Int32Array, at: number): string | undefined {
    const bytes = memory[at] ?? 0
    if (bytes > LONGEST) return undefined
    const upper = (bytes << 16) | ((memory[at + 2] ?? 0) & 0xffff)
    const key = upper * HALF + ((memory[at + 1] ?? 0) >>> 0)
    const known = this.#short.get(key)
    if (known !== undefined) return known
    const text = Buffer.from(memory.buffer, memory.byteOffset + 4 * (at + 1), bytes).toString()
    this.#short.set(key, text)
    return text
  }

  long(text: string): string {
    const known = this.#long.get(text) ?? text
    this.#long.set(text, known)
    return known
  }

  day(days: number): string {
    const known = this.#days.get(days) ?? new DuckDBDateValue(days).toString()
    this.#days.set(days, known)
    return known
  }
}

function converted(value: DuckDBValue, type: DuckDBType, texts: Texts): Cell {
  if (value === null || typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'string') return texts.long(value)
  if (value instanceof DuckDBDateValue) return texts.day(value.days)
  return JsonDuckDBValueConverter(value, type, JsonDuckDBValueConverter) as Cell
}
