import { Router, type Request } from 'express'
import { asyncHandler } from '../async-handler.ts'
import type { Deps, Snapshot } from '../deps.ts'
import { extractsOf } from '../evidence/extracts.ts'
import { exchangedFiles, filesBehind } from '../evidence/files.ts'
import { unitsOf } from '../evidence/units.ts'
import { Problem } from '../problem.ts'
import { bridgeLines, causesOf, type BridgeState, type BridgeStep } from '../progress/bridge.ts'
import { gapOf } from '../progress/gap.ts'
import { comparesYears } from '../progress/plan.ts'
import { seenOn, type Seen } from '../reading/bridge-state.ts'
import { indicatorOf } from '../reading/catalogue.ts'
import { openDataset } from '../reading/dataset.ts'
import { readBridgeRequest, type BridgeRequest } from '../reading/ledger-request.ts'
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
      const files = await filesBetween(deps, request, asked, { before, after, to })
      response.json({ plan: asked.plan, ...bridgeOf(seen, causes), files })
    }),
  )
}

type Ends = { before: Snapshot; after: Snapshot; to: string }

/** Within the session's reach, the files by which two datasets differ, of the figure and its target. */
async function filesBetween(
  deps: Deps,
  request: Request,
  { plan, region, indicator }: BridgeRequest,
  { before, after, to }: Ends,
) {
  const query = { plan, region, asOf: to, snapshot: after.id, level: 'self' as const }
  const dataset = await openDataset(deps, request, query)
  const { units, readable, senders } = unitsOf(dataset.session, dataset.tree, dataset.top)
  const extracts = [...extractsOf(indicatorOf(dataset.plan, indicator)), 'target']
  const of = ({ manifest }: Snapshot) => filesBehind(manifest.files, extracts, senders)
  const counts = { due: units.length, readable: readable.length }
  return { units: counts, ...exchangedFiles(of(before), of(after)) }
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
