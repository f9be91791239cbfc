import { Dictionary, Float64, Int32, makeData, Utf8, Vector, vectorFromArray } from 'apache-arrow'

/** The parts of a column of numbers one after another; NaN, which is missing, as null. */
export function joined(parts: readonly Float64Array[], type: Float64 | Int32): Vector {
  const length = parts.reduce((sum, cells) => sum + cells.length, 0)
  const nullBitmap = bits(length)
  if (type instanceof Int32) {
    const data = new Int32Array(length)
    const nullCount = join(parts, data, nullBitmap)
    return new Vector([makeData({ type, length, nullCount, nullBitmap, data })])
  }
  const data = new Float64Array(length)
  const nullCount = join(parts, data, nullBitmap)
  return new Vector([makeData({ type, length, nullCount, nullBitmap, data })])
}

/** Answers how many are missing. */
function join(
  parts: readonly Float64Array[],
  data: Float64Array | Int32Array,
  valid: Uint8Array,
): number {
  let [at, missing] = [0, 0]
  for (const cells of parts)
    for (const cell of cells) {
      if (Number.isNaN(cell)) {
        missing += 1
      } else {
        data[at] = cell
        setBit(valid, at)
      }
      at += 1
    }
  return missing
}

/** Texts as a dictionary: each distinct text once, a number a row; written part by part, in any order. */
export class TextColumn<Row> {
  readonly name: string
  readonly #pick: (row: Row) => string | null
  readonly #parts: (string | null)[][] = []

  constructor(name: string, pick: (row: Row) => string | null) {
    this.name = name
    this.#pick = pick
  }

  put(part: number, rows: readonly Row[]): void {
    this.#parts[part] = rows.map(this.#pick)
  }

  /** All parts, one after another; missing as null. */
  vector(): Vector {
    const length = this.#parts.reduce((sum, texts) => sum + texts.length, 0)
    const [data, nullBitmap] = [new Int32Array(length), bits(length)]
    const places = new Map<string, number>()
    let [at, nullCount] = [0, 0]
    let [last, place] = ['', -1]
    for (const texts of this.#parts)
      for (const text of texts) {
        if (text === null) {
          nullCount += 1
        } else {
          // Most rows have the text of the one before.
          if (text !== last || place < 0) [last, place] = [text, placeOf(text, places)]
          data[at] = place
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
