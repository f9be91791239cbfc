import type { LoadMetrics, SecurityContext } from '../deps.ts'
import type { Region, RegionTree } from '../reading/regions.ts'
import { provincesOf, regionsUnder } from '../reading/regions.ts'
import { hiddenCells, SMALL, totalIsSafe, type Cell } from './suppression.ts'
import type { Notice } from './notice.ts'

type Source = { load: LoadMetrics; context: SecurityContext; tree: RegionTree }

/** Income and spending of the year by item, in yuan, of the region; null where no ledger was reported. */
export async function loadLedger({ load, context }: Source, top: Region, year: number) {
  const filters = [
    ...within('ledger.province_code', top),
    { member: 'ledger.year', operator: 'equals', values: [String(year)] },
    { member: 'ledger.as_of_day', operator: 'equals', values: [`${year}-12-31`] },
  ]
  const measures = ['ledger.income', 'ledger.spending']
  const rows = await load({ measures, dimensions: ['ledger.item'], filters }, context)
  const sum = (measure: string) =>
    rows.length === 0 ? null : rows.reduce((total, row) => total + Number(row[measure] ?? 0), 0)
  const items = rows
    .map((row) => ({
      item: String(row['ledger.item']),
      amount: Number(row['ledger.spending'] ?? 0),
    }))
    .filter(({ amount }) => amount !== 0)
  return { income: sum('ledger.income'), spending: sum('ledger.spending'), items }
}

/**
 * Persons placed in the year by the regions next below, small counts hidden so that neither this notice
 * nor the nation's beside it gives them away: a province whose total the nation's notice hides shows none.
 */
export async function loadPlaced(
  source: Source,
  top: Region,
  year: number,
): Promise<Pick<Notice, 'placed' | 'regions'>> {
  const provinces = provincesOf(source.tree)
  const whole = await countsBy(source, 'placement.province_code', year, [])
  const cells = cellsOf(provinces, whole)
  const hidden = hiddenCells(cells)
  if (top.level === 'nation') return shownUnder(provinces, cells, hidden)
  const total = whole.get(top.code) ?? null
  if (hidden.has(top.code)) return { placed: { count: null, hidden: true }, regions: [] }
  if (whole.size === 0) return { placed: { count: null, hidden: false }, regions: [] }
  const { below, counts } = await belowProvince(source, top, year, total ?? 0)
  const inside = cellsOf(below, counts)
  const inHidden = hiddenCells(inside)
  const regions = totalIsSafe(inside, inHidden) ? shownRegions(below, inside, inHidden) : []
  return { placed: { count: total ?? 0, hidden: false }, regions }
}

type Place = Pick<Region, 'code' | 'name'>

/** The regions below, and what lies in none of them, so that together they are the total. */
async function belowProvince(source: Source, top: Region, year: number, total: number) {
  const level =
    regionsUnder(source.tree, top, 'prefecture', () => false).length > 0 ? 'prefecture' : 'county'
  const dimension = level === 'prefecture' ? 'prefecture_code' : 'leaf_code'
  const under = within('placement_detail.province_code', top)
  const counts = await countsBy(source, `placement_detail.${dimension}`, year, under)
  const below: Place[] = regionsUnder(source.tree, top, level, (code) => counts.has(code))
  const listed = below.reduce((sum, { code }) => sum + (counts.get(code) ?? 0), 0)
  if (listed === total) return { below, counts }
  const rest = { code: `${top.code}-self`, name: '本级' }
  return { below: [...below, rest], counts: new Map(counts).set(rest.code, total - listed) }
}

type Filters = { member: string; operator: string; values: string[] }[]

async function countsBy(
  { load, context }: Source,
  dimension: string,
  year: number,
  under: Filters,
) {
  const [view = ''] = dimension.split('.')
  const filters = [
    ...under,
    { member: `${view}.year`, operator: 'equals', values: [String(year)] },
    { member: `${view}.as_of_day`, operator: 'equals', values: [`${year}-12-31`] },
  ]
  const rows = await load(
    { measures: [`${view}.placed_persons`], dimensions: [dimension], filters },
    context,
  )
  return new Map(
    rows.map((row) => [String(row[dimension]), Number(row[`${view}.placed_persons`] ?? 0)]),
  )
}

function within(member: string, top: Region): Filters {
  return top.level === 'nation' ? [] : [{ member, operator: 'equals', values: [top.code] }]
}

function cellsOf(regions: Place[], counts: Map<string, number>): Cell[] {
  return regions.map(({ code }) => ({
    code,
    count: counts.get(code) ?? (counts.size === 0 ? null : 0),
  }))
}

/**
 * The nation: where its hidden counts are too few to be safe, its total is hidden too, since the
 * provinces' own notices stand beside it.
 */
function shownUnder(
  regions: Place[],
  cells: Cell[],
  hidden: Set<string>,
): Pick<Notice, 'placed' | 'regions'> {
  const known = cells.flatMap(({ count }) => (count === null ? [] : [count]))
  const sum = known.length === 0 ? null : known.reduce((total, count) => total + count, 0)
  const isSmall = sum !== null && sum > 0 && sum < SMALL
  if (isSmall || !totalIsSafe(cells, hidden))
    return { placed: { count: null, hidden: true }, regions: [] }
  return { placed: { count: sum, hidden: false }, regions: shownRegions(regions, cells, hidden) }
}

function shownRegions(regions: Place[], cells: Cell[], hidden: Set<string>): Notice['regions'] {
  const counts = new Map(cells.map(({ code, count }) => [code, count]))
  return regions.map(({ code, name }) => {
    const isHidden = hidden.has(code)
    return { code, name, count: isHidden ? null : (counts.get(code) ?? null), hidden: isHidden }
  })
}
