import { Router } from 'express'
import { asyncHandler } from '../async-handler.ts'
import type { Deps, MetricsRow } from '../deps.ts'
import { chainRow, type ChainCounts } from '../progress/levy-chain.ts'
import { grouping, regionFilter } from '../reading/actuals.ts'
import { rowLevel } from '../reading/cases.ts'
import { openDataset, type Dataset } from '../reading/dataset.ts'
import { regionsUnder } from '../reading/regions.ts'
import { reportedUnder } from '../reading/reporting.ts'
import { readLevyChainRequest, type AskedLevel } from '../reading/request.ts'

/** The levy of the as-of day's year, from what was collected to the people placed, by region. */
export function levyChainRouter(deps: Deps): Router {
  const router = Router()
  router.get(
    '/api/levy-chain',
    asyncHandler(async (request, response) => {
      const asked = readLevyChainRequest(request.query)
      const dataset = await openDataset(deps, request, asked)
      const { snapshot, plan, top, asOf } = dataset
      const head = { snapshot: snapshot.id, plan: plan.plan, region: top.code, asOf }
      const rows = await rowsOf(dataset, asked.level)
      response.json({ ...head, regionName: top.name, level: asked.level, rows })
    }),
  )
  return router
}

type Counted = ChainCounts & { items: { item: string; amount: number }[] }

const nothing: Counted = { income: 0, spending: 0, directSpending: 0, persons: 0, items: [] }

async function rowsOf(dataset: Dataset, level: AskedLevel) {
  const { tree, top } = dataset
  const [counted, reported] = await Promise.all([
    loadCounts(dataset, level),
    reportedUnder(dataset, ['levy_ledger', 'placement']),
  ])
  const held = (code: string) => counted.has(code)
  const regions = level === 'self' ? [top] : regionsUnder(tree, top, level, held)
  return regions.map((region) => {
    const { items, ...counts } = counted.get(region.code) ?? nothing
    const money = reported('levy_ledger', region)
    const persons = reported('placement', region)
    const head = { region: region.code, regionName: region.name, regionLevel: region.level }
    return { ...head, ...chainRow(counts, { money, persons }), items: money ? items : [] }
  })
}

/** Sums by region, with the spending by item beside them; the nation's under its own code. */
async function loadCounts(dataset: Dataset, asked: AskedLevel): Promise<Map<string, Counted>> {
  const { load, context, top, asOf } = dataset
  const level = rowLevel(top, asked)
  const view = `chain${grouping[level].suffix}`
  const region = level === 'nation' ? [] : [`${view}.${grouping[level].dimension}`]
  const rows = await load(
    {
      measures: ['income', 'spending', 'direct_spending', 'placed_persons'].map(
        (name) => `${view}.${name}`,
      ),
      dimensions: [...region, `${view}.item`],
      filters: [
        { member: `${view}.as_of_day`, operator: 'equals', values: [asOf] },
        ...regionFilter(view, top),
      ],
    },
    context,
  )
  const counted = new Map<string, Counted>()
  for (const row of rows) {
    const code = region[0] === undefined ? top.code : row[region[0]]
    if (typeof code === 'string') counted.set(code, added(counted.get(code) ?? nothing, row, view))
  }
  return counted
}

function added(sum: Counted, row: MetricsRow, view: string): Counted {
  const number = (name: string) => Number(row[`${view}.${name}`] ?? 0)
  const item = row[`${view}.item`]
  const spending = number('spending')
  return {
    income: sum.income + number('income'),
    spending: sum.spending + spending,
    directSpending: sum.directSpending + number('direct_spending'),
    persons: sum.persons + number('placed_persons'),
    items: typeof item === 'string' ? [...sum.items, { item, amount: spending }] : sum.items,
  }
}
