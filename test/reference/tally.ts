import type { Day } from './days.ts'
import type { Regions } from './regions.ts'

export type Sums = { numerator: number; denominator: number }

/** Sums by region: what falls in a leaf falls in every region above it. */
export class Tally {
  private readonly sums = new Map<string, Sums>()

  constructor(
    private readonly above: (leaf: string) => string[],
    private readonly hasReported: (province: string) => boolean,
  ) {}

  add(leaf: string, numerator: number, denominator = 0): void {
    const regions = this.above(leaf)
    if (!this.hasReported(regions.at(-2) ?? '')) return
    for (const region of regions) {
      const before = this.in(region)
      this.sums.set(region, {
        numerator: before.numerator + numerator,
        denominator: before.denominator + denominator,
      })
    }
  }

  in(region: string): Sums {
    return this.sums.get(region) ?? { numerator: 0, denominator: 0 }
  }

  regions(): string[] {
    return [...this.sums.keys()]
  }
}

/** `Regions.withAbove` on one day, each leaf looked up once. */
export function aboveOn(regions: Regions, day: Day): (leaf: string) => string[] {
  const known = new Map<string, string[]>()
  return (leaf) => {
    const before = known.get(leaf)
    if (before) return before
    const found = regions.withAbove(leaf, day)
    known.set(leaf, found)
    return found
  }
}
