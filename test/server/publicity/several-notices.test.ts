import fc from 'fast-check'
import { expect, test } from 'vitest'
import { toRows, type Cell } from '../../../cube/rows.ts'
import type { LoadMetrics, SecurityContext } from '../../../server/deps.ts'
import { loadPlaced } from '../../../server/publicity/figures.ts'
import type { Notice } from '../../../server/publicity/notice.ts'
import { SMALL } from '../../../server/publicity/suppression.ts'
import type { Region, RegionTree } from '../../../server/reading/regions.ts'

type Shown = Pick<Notice, 'placed' | 'regions'>

/** Counts of the prefectures, province by province. */
type Counts = number[][]

const context: SecurityContext = {
  user: 'test',
  role: 'evaluator',
  region: '000000',
  snapshot: 'one',
}

const provinceCode = (at: number) => `${11 + at}0000`
const prefectureCode = (province: number, at: number) => `${11 + province}0${at + 1}00`

function treeOf(counts: Counts): RegionTree {
  const region = (code: string, level: Region['level'], parent: string | null): Region => {
    const province = level === 'nation' ? null : `${code.slice(0, 2)}0000`
    return { code, name: code, level, parent, province, exists: true }
  }
  const all = [
    region('000000', 'nation', null),
    ...counts.flatMap((below, at) => [
      region(provinceCode(at), 'province', '000000'),
      ...below.map((_, inside) =>
        region(prefectureCode(at, inside), 'prefecture', provinceCode(at)),
      ),
    ]),
  ]
  return new Map(all.map((one) => [one.code, one]))
}

/** The metrics as they would answer: by province, or by prefecture of the province that is filtered. */
function metricsOf(counts: Counts): LoadMetrics {
  const columns: LoadMetrics['columns'] = ({ dimensions, measures, filters = [] }) => {
    const [[dimension = ''], [measure = '']] = [dimensions ?? [], measures ?? []]
    const asked = JSON.stringify(filters)
    const rows = counts.flatMap((below, at): [string, number][] => {
      if (dimension.endsWith('province_code'))
        return [[provinceCode(at), below.reduce((sum, count) => sum + count, 0)]]
      if (!asked.includes(provinceCode(at))) return []
      return below.map((count, inside) => [prefectureCode(at, inside), count])
    })
    const [codes, figures] = [rows.map(([code]) => code), rows.map(([, count]) => count)]
    return Promise.resolve(
      new Map<string, Cell[]>([
        [dimension, codes],
        [measure, figures],
      ]),
    )
  }
  const rows = async (...asked: Parameters<LoadMetrics>) => toRows(await columns(...asked))
  return Object.assign(rows, { columns })
}

/** How many values a hidden count may have, for one who knows the total and the other counts. */
function openness({ placed, regions }: Shown): number | null {
  const hidden = regions.filter((region) => region.hidden)
  if (hidden.length === 0 || placed.count === null) return null
  const shown = regions.reduce((sum, { count }) => sum + (count ?? 0), 0)
  return placed.count - shown - hidden.length + 1
}

test('the notices of the nation and of all provinces together give no hidden count away', async () => {
  const anyCounts = fc.array(
    fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 4 }),
    {
      minLength: 2,
      maxLength: 4,
    },
  )
  await fc.assert(
    fc.asyncProperty(anyCounts, async (counts) => {
      const tree = treeOf(counts)
      const source = { load: metricsOf(counts), context, tree }
      const noticeOf = (code: string) => loadPlaced(source, tree.get(code) as Region, 2017)
      const nation = await noticeOf('000000')
      const provinces = await Promise.all(counts.map((_, at) => noticeOf(provinceCode(at))))
      for (const notice of [nation, ...provinces])
        expect(openness(notice) ?? SMALL).toBeGreaterThanOrEqual(SMALL)
      provinces.forEach((notice, at) => {
        const total = counts[at]?.reduce((sum, count) => sum + count, 0) ?? 0
        const inNation = nation.regions.find(({ code }) => code === provinceCode(at))
        if (inNation?.hidden === true)
          expect(notice).toEqual({ placed: { count: null, hidden: true }, regions: [] })
        if (total > 0 && total < SMALL) expect(notice.placed.count).toBeNull()
        for (const { count } of notice.regions)
          expect(count === null || count === 0 || count >= SMALL).toBe(true)
      })
      const told = provinces.filter(({ placed }) => placed.count !== null)
      const untold = provinces.length - told.length
      if (nation.placed.count === null || untold === 0) return
      const rest = told.reduce(
        (left, { placed }) => left - (placed.count ?? 0),
        nation.placed.count,
      )
      expect(rest - untold + 1).toBeGreaterThanOrEqual(SMALL)
    }),
    { numRuns: 300, examples: [[[[2, 2], [1]]]] },
  )
})
