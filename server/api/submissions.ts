import { Router, type Request } from 'express'
import { asyncHandler } from '../async-handler.ts'
import type { Deps, Session, Snapshot } from '../deps.ts'
import { Problem } from '../problem.ts'
import { loadRegions, provincesOf, type RegionTree } from '../reading/regions.ts'
import { quarterCounts, unitQuarters } from '../submissions/calendar.ts'
import { filesOf, historyOf, misplacedFiles } from '../submissions/files.ts'
import { MEND_LIST_TYPE, mendList } from '../submissions/mend-list.ts'
import {
  countFaults,
  loadAllFaults,
  loadFaults,
  loadRules,
  loadUnmatched,
} from '../submissions/quarantine.ts'
import { openQuarters, quarterOf, quartersOf } from '../submissions/quarter.ts'
import { mayRead, maySend, requireReach } from '../submissions/reach.ts'
import { readCalendarRequest, readPlace, readQuarantineRequest } from '../submissions/request.ts'

const NATION = '000000'
const PAGE_ROWS = 50

/** Who sent what, and what became of it: the calendar for all, files and quarantine within reach. */
export function submissionsRouter(deps: Deps, takesUploads: boolean): Router {
  const router = Router()
  router.get(
    '/api/submissions',
    asyncHandler(async (request, response) => {
      response.json(await calendarOf(deps, request))
    }),
  )
  router.get(
    '/api/submissions/:unit/:quarter',
    asyncHandler(async (request, response) => {
      response.json(await unitQuarterOf(deps, request, takesUploads))
    }),
  )
  router.get(
    '/api/submissions/:unit/:quarter/quarantine',
    asyncHandler(async (request, response) => {
      response.json(await quarantinePage(deps, request))
    }),
  )
  router.get(
    '/api/submissions/:unit/:quarter/mend-list',
    asyncHandler(async (request, response) => {
      const { place, source, snapshot } = await openPlace(
        deps,
        request,
        readCalendarRequest(request.query),
      )
      const files = filesOf(snapshot.manifest.files, place.unit, place.quarter)
      const faults = await loadAllFaults(source, place)
      const book = await mendList({ ...place, snapshot: snapshot.id, files, faults })
      response.attachment(`mend-list-${place.unit}-${place.quarter}.xlsx`)
      response.type(MEND_LIST_TYPE).send(Buffer.from(book))
    }),
  )
  return router
}

async function calendarOf(deps: Deps, request: Request) {
  const snapshot = deps.snapshots.get(readCalendarRequest(request.query).snapshot)
  const session = deps.sessionOf(request)
  const { files } = snapshot.manifest
  const quarters = quartersOf(files, quarterOf(snapshot.asOf))
  const all = unitsOf(await treeOf(deps, session, snapshot)).map(({ code, name }) => ({
    code,
    name,
    readable: mayRead(session, code),
    quarters: unitQuarters(
      files.filter(({ unit }) => unit === code),
      quarters,
    ),
  }))
  const due = all.filter(({ code }) => code !== NATION)
  return {
    snapshot: snapshot.id,
    asOf: snapshot.asOf,
    quarters,
    counts: quarterCounts(
      due.map((unit) => unit.quarters),
      quarters,
    ),
    units: all.filter(({ readable }) => readable || session.role !== 'supervisor'),
    misplaced: session.role === 'evaluator' ? misplacedFiles(files) : [],
  }
}

/** The units due, by code, and the federation, which sends what concerns all of them. */
function unitsOf(tree: RegionTree) {
  const nation = tree.get(NATION)
  return nation === undefined ? provincesOf(tree) : [...provincesOf(tree), nation]
}

function treeOf({ loadMetrics }: Deps, session: Session, { id, asOf }: Snapshot) {
  return loadRegions(loadMetrics, { ...session, snapshot: id }, asOf)
}

async function openPlace(deps: Deps, request: Request, asked: { snapshot?: string | undefined }) {
  const place = readPlace(request.params)
  const session = deps.sessionOf(request)
  const snapshot = deps.snapshots.get(asked.snapshot)
  const tree = await treeOf(deps, session, snapshot)
  const unit = unitsOf(tree).find(({ code }) => code === place.unit)
  if (unit === undefined)
    throw new Problem(404, 'unknown_region', `${place.unit} 不是报送单位，请核对六位代码。`)
  requireReach(session, place.unit)
  const source = { load: deps.loadMetrics, context: { ...session, snapshot: snapshot.id } }
  return { place, snapshot, unit, source }
}

async function unitQuarterOf(deps: Deps, request: Request, takesUploads: boolean) {
  const asked = readCalendarRequest(request.query)
  const { place, snapshot, unit, source } = await openPlace(deps, request, asked)
  const { files } = snapshot.manifest
  const own = files.filter((file) => file.unit === unit.code)
  const quarters = quartersOf(files, quarterOf(snapshot.asOf))
  const open = openQuarters(files, quarterOf(snapshot.asOf))
  const [rules, quarantined, unmatched] = await Promise.all([
    loadRules(source, place),
    countFaults(source, place, {}),
    loadUnmatched(source, unit.code),
  ])
  return {
    snapshot: snapshot.id,
    unit: unit.code,
    unitName: unit.name,
    quarter: place.quarter,
    sendable: takesUploads && maySend(deps.sessionOf(request), unit.code) ? open : [],
    quarters: unitQuarters(own, quarters),
    files: filesOf(files, unit.code, place.quarter),
    ...{ quarantined, rules, unmatched },
    history: historyOf(files, unit.code),
  }
}

async function quarantinePage(deps: Deps, request: Request) {
  const { page, file, rule, snapshot: id } = readQuarantineRequest(request.query)
  const { place, snapshot, source } = await openPlace(deps, request, { snapshot: id })
  const chosen = { file, rule }
  const at = { limit: PAGE_ROWS, offset: (page - 1) * PAGE_ROWS }
  const [counted, rows] = await Promise.all([
    countFaults(source, place, chosen),
    loadFaults(source, place, { ...chosen, ...at }),
  ])
  return { snapshot: snapshot.id, ...counted, page, pageRows: PAGE_ROWS, rows }
}
