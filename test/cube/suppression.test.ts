import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isSmall, keyOf, suppress, type Cell, type Table } from '../../cube/suppression.ts'

/** What a reader knows: these counts, not known one by one, add up to so much. */
type Sum = { of: number[]; total: number }
/** Counts of places by two attributes; a place's first letter is its group. */
type Published = { cells: Cell[]; sums: Sum[] }

const groupOf = (place: string) => place[0] ?? ''

function sumsBy(cells: Cell[], nameOf: (cell: Cell) => string): Map<string, Sum> {
  const sums = new Map<string, Sum>()
  cells.forEach((cell, index) => {
    const sum = sums.get(nameOf(cell)) ?? { of: [], total: 0 }
    sums.set(nameOf(cell), { of: [...sum.of, index], total: sum.total + cell.count })
  })
  return sums
}

/** All margins, which always stand, the groups' counts that stand, and the counts that stand. */
function published(cells: Cell[], hidden: Set<string>): Published {
  const margins = [0, 1, 2].flatMap((axis) => [
    ...sumsBy(cells, ({ at }) => keyOf(at.filter((_, one) => one !== axis))).values(),
  ])
  const groups = [...sumsBy(cells, groupKey)].filter(([key]) => !hidden.has(key))
  const standing = cells.flatMap(({ at, count }, index) =>
    hidden.has(keyOf(at)) ? [] : [{ of: [index], total: count }],
  )
  return { cells, sums: [...margins, ...groups.map(([, sum]) => sum), ...standing] }
}

function groupKey({ at: [place = '', ...others] }: Cell): string {
  return keyOf([groupOf(place), ...others])
}

/**
 * The attack: whether other whole counts than the true ones agree with all that is published, with another
 * value of the secret. Tries every value that the sums leave open, those that are forced first.
 */
function hasOtherWorld({ cells, sums }: Published, isOther: (world: number[]) => boolean): boolean {
  const world: (number | undefined)[] = cells.map(() => undefined)
  const about = cells.map((_, index) => sums.filter(({ of }) => of.includes(index)))
  const open = ({ of, total }: Sum) => ({
    rest: of.reduce((left, index) => left - (world[index] ?? 0), total),
    unknown: of.filter((index) => world[index] === undefined).length,
  })
  function search(): boolean {
    const ranges = cells.flatMap((_, index) => {
      if (world[index] !== undefined) return []
      const found = (about[index] ?? []).map(open)
      const high = Math.min(...found.map(({ rest }) => rest))
      const forced = found.filter(({ unknown }) => unknown === 1).map(({ rest }) => rest)
      return [{ index, low: Math.max(0, ...forced), high }]
    })
    const [next] = ranges.sort((a, b) => a.high - a.low - (b.high - b.low))
    if (next === undefined) return isOther(world as number[])
    for (let value = next.low; value <= next.high; value += 1) {
      world[next.index] = value
      if (search()) return true
    }
    world[next.index] = undefined
    return false
  }
  return search()
}

const count = fc.oneof(
  fc.constant(0),
  fc.integer({ min: 0, max: 4 }),
  fc.integer({ min: 0, max: 12 }),
)

const table = fc
  .tuple(
    fc.constantFrom(['a1', 'a2'], ['a1', 'a2', 'b1'], ['a1', 'b1', 'b2']),
    fc.integer({ min: 2, max: 3 }),
  )
  .chain(([places, width]) => {
    const ats = places.flatMap((place) =>
      ['男', '女'].flatMap((sex) =>
        Array.from({ length: width }, (_, type) => [place, sex, String(type)]),
      ),
    )
    return fc
      .array(count, { minLength: ats.length, maxLength: ats.length })
      .map((counts) => ats.map((at, index) => ({ at, count: counts[index] ?? 0 })))
  })

it('gives away no small count of a table or of its groups that its margins do not', () => {
  let attacked = 0
  fc.assert(
    fc.property(table, (cells) => {
      const hidden = suppress({ cells, least: 0, groupOf } satisfies Table)
      const all = published(
        cells,
        new Set([...cells.map(({ at }) => keyOf(at)), ...cells.map(groupKey)]),
      )
      const shown = published(cells, hidden)
      const secrets = [
        ...cells.map(({ at, count }, index) => ({ key: keyOf(at), of: [index], total: count })),
        ...[...sumsBy(cells, groupKey)].map(([key, sum]) => ({ key, ...sum })),
      ].filter(({ total }) => isSmall(total))
      for (const { key, of, total } of secrets) {
        expect(hidden.has(key)).toBe(true)
        const isOther = (world: number[]) =>
          of.reduce((sum, index) => sum + (world[index] ?? 0), 0) !== total
        attacked += 1
        if (!hasOtherWorld(shown, isOther)) expect(hasOtherWorld(all, isOther)).toBe(false)
      }
    }),
    { numRuns: 400 },
  )
  expect(attacked).toBeGreaterThan(1_000)
})

it('an attack finds what is hidden without its complement', () => {
  const counts = [2, 9, 9, 9, 9, 9, 9, 9]
  const ats = ['a1', 'a2'].flatMap((place) =>
    ['男', '女'].flatMap((sex) => ['1', '2'].map((type) => [place, sex, type])),
  )
  const cells = ats.map((at, index) => ({ at, count: counts[index] ?? 0 }))
  const only = published(cells, new Set([keyOf(['a1', '男', '1'])]))
  expect(hasOtherWorld(only, ([first]) => first !== 2)).toBe(false)
  const hidden = suppress({ cells, least: 0, groupOf })
  expect(hasOtherWorld(published(cells, hidden), ([first]) => first !== 2)).toBe(true)
})

it('hides nothing where no count is small, and more than one where one is', () => {
  const of = (counts: number[]) =>
    suppress({ cells: counts.map((count, at) => ({ at: [String(at)], count })), least: 0 })
  expect(of([0, 5, 12]).size).toBe(0)
  expect([...of([3, 40, 7])].sort()).toEqual(['0', '2'])
})
