import { Router } from 'express'
import { asyncHandler } from '../async-handler.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problem.ts'
import { chosenGaps, gapTotals } from '../progress/gap-ledger.ts'
import type { Indicator, Level } from '../progress/plan.ts'
import { indicatorOf } from '../reading/catalogue.ts'
import { openDataset, type Dataset } from '../reading/dataset.ts'
import { readGap, type GapEntry } from '../reading/gap.ts'
import { readGapRequest, type GapRequest } from '../reading/ledger-request.ts'
import { requireAccess } from '../reading/permission.ts'
import { childLevelOf, isBelow } from '../reading/regions.ts'

/** The gap of a region as a ledger of the regions below it that adds up to the last person. */
export function gapRouter(deps: Deps): Router {
  return Router().get(
    '/api/gap',
    asyncHandler(async (request, response) => {
      const asked = readGapRequest(request.query)
      const dataset = await openDataset(deps, request, { ...asked, level: 'self' })
      const indicator = indicatorOf(dataset.plan, asked.indicator)
      const level = levelOf(dataset, indicator, asked.level)
      const { deadline, lines } = await readGap(dataset, indicator, level)
      const { snapshot, plan, top, asOf } = dataset
      response.json({
        snapshot: snapshot.id,
        plan: plan.plan,
        indicator: indicator.code,
        unit: indicator.unit,
        direction: indicator.direction,
        region: top.code,
        regionName: top.name,
        level,
        asOf,
        deadline,
        totals: gapTotals(lines),
        chosen: chosenOf(lines, asked),
        lines,
      })
    }),
  )
}

/** The level asked for, else the next one below; the region's own where there is none. */
function levelOf({ tree, top, session }: Dataset, indicator: Indicator, asked?: Level): Level {
  const next = childLevelOf(tree, top)
  const level = asked ?? (next !== null && indicator.levels.includes(next) ? next : top.level)
  if (level !== 'nation') requireAccess(session, top, level === top.level ? 'self' : level)
  if (level !== top.level && !isBelow(level, top))
    throw new Problem(400, 'bad_request', `参数 level 不对：${top.name}之下没有 ${level} 一级。`)
  if (indicator.levels.includes(level)) return level
  const known = indicator.levels.join('、')
  const detail = `参数 level 不对：指标 ${indicator.code} 只分解到 ${known}。`
  throw new Problem(400, 'bad_request', detail)
}

function chosenOf(lines: GapEntry[], { share, top }: GapRequest) {
  if (share === undefined && top === undefined) return null
  const chosen = chosenGaps(lines, top === undefined ? { share: share ?? 1 } : { top })
  const { gross } = gapTotals(lines)
  const { gross: shortfall } = gapTotals(chosen)
  const regions = chosen.map(({ region }) => region)
  return { regions, shortfall, share: gross === 0 ? null : shortfall / gross }
}
