import { Dictionary, Float64, Int32, makeData, Utf8, Vector, vectorFromArray } from 'apache-arrow'

type Pick<Row, Value> = (row: Row) => Value | null

/** A column that is written part by part, in any order; missing as null. */
export type Column<Row> = {
  name: string
  put: (part: number, rows: readonly Row[]) => void
  /** All parts, one after another. */
  vector: () => Vector
}

/** Filled straight into memory, no builder between. */
export class NumberColumn<Row> implements Column<Row> {
  readonly name: string
  readonly #pick: Pick<Row, number>
  readonly #type: Float64 | Int32
  readonly #parts: { cells: Float64Array | Int32Array; valid: Uint8Array; nulls: number }[] = []

  constructor(name: string, pick: Pick<Row, number>, type: Float64 | Int32) {
    this.name = name
    this.#pick = pick
    this.#type = type
  }

  put(part: number, rows: readonly Row[]): void {
    const cells = this.#cells(rows.length)
    const valid = bits(rows.length)
    let nulls = 0
    rows.forEach((row, at) => {
      const value = this.#pick(row)
      if (value === null) {
        nulls += 1
      } else {
        cells[at] = value
        setBit(valid, at)
      }
    })
    this.#parts[part] = { cells, valid, nulls }
  }

  vector(): Vector {
    const length = this.#parts.reduce((sum, { cells }) => sum + cells.length, 0)
    const nullCount = this.#parts.reduce((sum, { nulls }) => sum + nulls, 0)
    const [data, nullBitmap] = [this.#cells(length), bits(length)]
    let from = 0
    for (const { cells, valid } of this.#parts) {
      data.set(cells, from)
      putBits(nullBitmap, from, valid)
      from += cells.length
    }
    const shape = { length, nullCount, nullBitmap }
    return data instanceof Int32Array
      ? new Vector([makeData({ type: new Int32(), ...shape, data })])
      : new Vector([makeData({ type: new Float64(), ...shape, data })])
  }

  #cells(rows: number): Float64Array | Int32Array {
    return this.#type instanceof Int32 ? new Int32Array(rows) : new Float64Array(rows)
  }
}

/** Texts as a dictionary: each distinct text once, a number a row. */
export class TextColumn<Row> implements Column<Row> {
  readonly name: string
  readonly #pick: Pick<Row, string>
  readonly #parts: (string | null)[][] = []

  constructor(name: string, pick: Pick<Row, string>) {
    this.name = name
    this.#pick = pick
  }

  put(part: number, rows: readonly Row[]): void {
    this.#parts[part] = rows.map(this.#pick)
  }

  vector(): Vector {
    const length = this.#parts.reduce((sum, texts) => sum + texts.length, 0)
    const [data, nullBitmap] = [new Int32Array(length), bits(length)]
    const places = new Map<string, number>()
    let [at, nullCount] = [0, 0]
    for (const texts of this.#parts)
      for (const text of texts) {
        if (text === null) {
          nullCount += 1
        } else {
          data[at] = placeOf(text, places)
          setBit(nullBitmap, at)
        }
        at += 1
      }
    const dictionary = vectorFromArray([...places.keys()], new Utf8())
    const type = new Dictionary(new Utf8(), new Int32())
    return new Vector([makeData({ type, length, nullCount, nullBitmap, data, dictionary })])
  }
}

function placeOf(text: string, places: Map<string, number>): number {
  const known = places.get(text)
  if (known !== undefined) return known
  places.set(text, places.size)
  return places.size - 1
}

function bits(rows: number): Uint8Array {
  return new Uint8Array(Math.ceil(rows / 8))
}

function setBit(all: Uint8Array, at: number): void {
  all[at >> 3] = (all[at >> 3] ?? 0) | (1 << (at & 7))
}

/** Puts bits after others, which may end within a byte; of the last byte those beyond the rows are 0. */
function putBits(all: Uint8Array, from: number, more: Uint8Array): void {
  const [first, shift] = [from >> 3, from & 7]
  more.forEach((byte, at) => {
    const place = first + at
    all[place] = (all[place] ?? 0) | (byte << shift)
    if (place + 1 < all.length) all[place + 1] = byte >> (8 - shift)
  })
}
