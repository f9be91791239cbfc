import { Router } from 'express'
import { asyncHandler } from '../async-handler.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problem.ts'
import { bridgeLines, causesOf, type BridgeState, type BridgeStep } from '../progress/bridge.ts'
import { gapOf } from '../progress/gap.ts'
import { comparesYears } from '../progress/plan.ts'
import { seenOn, type Seen } from '../reading/bridge-state.ts'
import { readBridgeRequest } from '../reading/ledger-request.ts'
import { restatements } from '../reading/restatements.ts'

/** What changed between two days, in one dataset or from one to another, as lines that add up. */
export function bridgeRouter(deps: Deps): Router {
  return Router().get(
    '/api/bridge',
    asyncHandler(async (request, response) => {
      const asked = readBridgeRequest(request.query)
      const after = deps.snapshots.get(asked.snapshot)
      const before = deps.snapshots.get(asked.fromSnapshot ?? after.id)
      const to = asked.to ?? after.asOf
      if (asked.from > to) throw reversed(to)
      const way = restatements(deps.snapshots.list(), before, after)
      const stops = [
        { snapshot: before, day: asked.from },
        ...way.map(({ snapshot }) => ({ snapshot, day: asked.from })),
        { snapshot: after, day: to },
      ]
      const seen = await Promise.all(
        stops.map(({ snapshot, day }) => seenOn(deps, request, asked, snapshot, day)),
      )
      const causes = way.map(({ cause }) => cause)
      response.json({ plan: asked.plan, ...bridgeOf(seen, causes) })
    }),
  )
}

function reversed(to: string): Problem {
  return new Problem(400, 'bad_request', `参数 from 不对：应不晚于 ${to}。`)
}

function bridgeOf(seen: Seen[], causes: BridgeStep['facts'][]) {
  const [first] = seen
  const last = seen.at(-1)
  if (first === undefined || last === undefined) throw new Error('A bridge has two ends.')
  const steps = seen.slice(1).flatMap((to, at) => {
    const from = seen[at]
    return from === undefined ? [] : [stepOf(from, to, causes[at])]
  })
  const { region, regionName } = last.state.whole
  const lines = bridgeLines(steps)
  return {
    indicator: last.indicator.code,
    unit: last.indicator.unit,
    region,
    regionName,
    from: endOf(first.state),
    to: endOf(last.state),
    change: gapOf(last.state.actual, first.state.actual),
    causes: causesOf(lines),
    lines,
  }
}

/** Without a cause between two datasets the step is the time between two days of one. */
function stepOf(from: Seen, to: Seen, cause: BridgeStep['facts'] | undefined): BridgeStep {
  const ends = { from: from.state, to: to.state }
  if (cause === undefined)
    return {
      facts: from.year === to.year ? 'new_facts' : 'another_period',
      line: 'time_passed',
      ...ends,
    }
  const line = comparesYears(to.indicator) ? 'comparison_restated' : 'target_revised'
  return { facts: cause, line, ...ends }
}

function endOf({ snapshot, day, actual, target, expected, reason, whole }: BridgeState) {
  const { numerator, denominator } = whole.counted ?? { numerator: null, denominator: null }
  const gap = gapOf(actual, target)
  return { snapshot, day, actual, numerator, denominator, target, expected, gap, reason }
}
