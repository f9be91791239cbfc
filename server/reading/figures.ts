import type { Counted } from '../progress/roll-up.ts'

/** What was counted on one day, by region code; what is absent counted nothing. */
export type OfDay = {
  readonly size: number
  get: (region: string) => Counted | undefined
  has: (region: string) => boolean
  keys: () => Iterable<string>
  [Symbol.iterator]: () => Iterator<[string, Counted]>
}

/** The figures' places in memory, by region code: the same for all days that are read together. */
export type Places = ReadonlyMap<string, number>

/**
 * The figures of a day as numbers in memory, NaN where nothing was counted: an object for each of all
 * counties on each quarter's end would cost more to make and keep than to count.
 */
export class Figures implements OfDay {
  readonly places: Places
  readonly #numerators: Float64Array
  readonly #denominators: Float64Array | null
  #size = 0

  constructor(places: Places, isRatio: boolean) {
    this.places = places
    this.#numerators = new Float64Array(places.size).fill(NaN)
    this.#denominators = isRatio ? new Float64Array(places.size) : null
  }

  get size(): number {
    return this.#size
  }

  put(place: number, numerator: number, denominator: number): void {
    if (Number.isNaN(this.#numerators[place])) this.#size += 1
    this.#numerators[place] = numerator
    if (this.#denominators !== null) this.#denominators[place] = denominator
  }

  /** By place, as `get` by region. */
  at(place: number): Counted | undefined {
    const numerator = this.#numerators[place] ?? NaN
    if (Number.isNaN(numerator)) return undefined
    const denominator = this.#denominators === null ? null : (this.#denominators[place] ?? 0)
    return { numerator, denominator }
  }

  get(region: string): Counted | undefined {
    const place = this.places.get(region)
    return place === undefined ? undefined : this.at(place)
  }

  has(region: string): boolean {
    return this.get(region) !== undefined
  }

  *keys(): Generator<string> {
    for (const [region] of this) yield region
  }

  *[Symbol.iterator](): Generator<[string, Counted]> {
    for (const [region, place] of this.places) {
      const counted = this.at(place)
      if (counted !== undefined) yield [region, counted]
    }
  }
}
