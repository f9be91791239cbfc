import { Dictionary, Float64, Int32, makeData, Utf8, Vector, vectorFromArray } from 'apache-arrow'

/** Which of the rows have a value, a bit each, and how many have none. */
class Validity {
  readonly bits: Uint8Array
  nulls: number

  constructor(rows: number) {
    this.bits = new Uint8Array(Math.ceil(rows / 8))
    this.nulls = rows
  }

  set(at: number): void {
    this.bits[at >> 3] = (this.bits[at >> 3] ?? 0) | (1 << (at & 7))
    this.nulls -= 1
  }
}

/** A column of numbers, null where `pick` says so; filled straight into memory, no builder between. */
export function numberColumn<Row>(
  rows: readonly Row[],
  pick: (row: Row) => number | null,
  type: Float64 | Int32,
): Vector {
  const data = type instanceof Int32 ? new Int32Array(rows.length) : new Float64Array(rows.length)
  const validity = new Validity(rows.length)
  rows.forEach((row, at) => {
    const value = pick(row)
    if (value === null) return
    data[at] = value
    validity.set(at)
  })
  const shape = { length: rows.length, nullCount: validity.nulls, nullBitmap: validity.bits }
  return data instanceof Int32Array
    ? new Vector([makeData({ type: new Int32(), ...shape, data })])
    : new Vector([makeData({ type: new Float64(), ...shape, data })])
}

/** A column of texts as a dictionary: each distinct text once, a number a row. */
export function textColumn<Row>(rows: readonly Row[], pick: (row: Row) => string | null): Vector {
  const data = new Int32Array(rows.length)
  const validity = new Validity(rows.length)
  const places = new Map<string, number>()
  rows.forEach((row, at) => {
    const text = pick(row)
    if (text === null) return
    const place = places.get(text) ?? places.size
    if (place === places.size) places.set(text, place)
    data[at] = place
    validity.set(at)
  })
  return new Vector([
    makeData({
      type: new Dictionary(new Utf8(), new Int32()),
      length: rows.length,
      nullCount: validity.nulls,
      nullBitmap: validity.bits,
      data,
      dictionary: vectorFromArray([...places.keys()], new Utf8()),
    }),
  ])
}
