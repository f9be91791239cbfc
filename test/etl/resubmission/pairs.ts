import fc from 'fast-check'

/** What a row says of its key: a satisfaction from 1 to 5, nothing that can be read, or a retraction. */
type Says = 1 | 2 | 3 | 'broken' | 'void'
type Row = { key: number; says: Says }

/** Two files of one unit and the places in the order of submission at which they are sent. */
export interface Pair {
  unit: string
  first: { slot: number; rows: Row[] }
  second: { slot: number; rows: Row[] }
}

/** In order of submission. */
const slots = [
  '2018Q1/@/training',
  '2018Q1/@/training-2',
  '2018Q1/@/training-10',
  '2018Q2/@/training',
]

const row = fc.record({
  key: fc.nat({ max: 2 }),
  says: fc.constantFrom<Says>(1, 1, 2, 3, 'broken', 'void'),
})
const rows = fc.array(row, { minLength: 1, maxLength: 4 })

const pair: fc.Arbitrary<Pair> = fc
  .record({
    unit: fc.constantFrom('440000', '110000', '660000'),
    slots: fc.shuffledSubarray([0, 1, 2, 3], { minLength: 2, maxLength: 2 }),
    rows: fc.tuple(rows, rows),
  })
  .map(({ unit, slots: [a = 0, b = 1], rows: [first, second] }) => ({
    unit,
    first: { slot: a, rows: first },
    second: { slot: b, rows: second },
  }))

export function pairs(count: number): Pair[] {
  return fc.sample(pair, { numRuns: count, seed: 20_180_630 })
}

const header =
  '记录编号,残疾人证号,培训类别,培训机构代码,培训地区划代码,开始日期,结束日期,是否免费,满意度,状态'

function written(pair: number, { key, says }: Row): string {
  const number = `P${pair}-${key}`
  if (says === 'void') return `${number},,,,,,,,,作废`
  const day = says === 'broken' ? '昨天' : '2018-03-01'
  const rest = `城镇职业技能,PX,440103,${day},2018-03-20,是,${says === 'broken' ? 1 : says},`
  return `${number},11010519491231002X43,${rest}`
}

/** The pairs' first or second files, or both: what lies in one slot is one file. */
export function filesOf(pairs: Pair[], which: ('first' | 'second')[]): Record<string, string> {
  const files: Record<string, string> = {}
  for (const [at, pair] of pairs.entries()) {
    for (const one of which) {
      const { slot, rows } = pair[one]
      const path = `${slots[slot]?.replace('@', pair.unit) ?? ''}.csv`
      files[path] ??= `${header}\n`
      files[path] += rows.map((row) => `${written(at, row)}\n`).join('')
    }
  }
  return files
}

/** The same files and each once more, sent again right behind. */
export function sentAgain(files: Record<string, string>): Record<string, string> {
  const again = Object.entries(files).map(([path, text]) => [
    path.replace('.csv', ' (1).csv'),
    text,
  ])
  return { ...files, ...(Object.fromEntries(again) as Record<string, string>) }
}

/** What stands after both, by the rule alone: `<unit> P<pair>-<key> <satisfaction>`. */
export function standingOf(pairs: Pair[]): string[] {
  return pairs.flatMap((pair, at) => {
    const stands = new Map<number, Says>()
    const inOrder = [pair.first, pair.second].sort((a, b) => a.slot - b.slot)
    for (const { rows } of inOrder) {
      for (const key of [0, 1, 2]) {
        const said = rows.filter((row) => row.key === key && row.says !== 'broken')
        const [only, ...others] = new Set(said.map(({ says }) => says))
        if (only !== undefined && others.length === 0) stands.set(key, only)
      }
    }
    return [...stands]
      .filter(([, says]) => says !== 'void')
      .map(([key, says]) => `${pair.unit} | P${at}-${key} | ${says}`)
  })
}
