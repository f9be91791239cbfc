import { Router, type Request, type Response } from 'express'
import { asyncHandler } from '../async-handler.ts'
import type { Deps } from '../deps.ts'
import { Problem } from '../problem.ts'
import { elapsedOn } from '../progress/elapsed.ts'
import type { Indicator } from '../progress/plan.ts'
import { statusCounts, statusCountsOf } from '../progress/status-counts.ts'
import { AnswerStore, storedJson, type StoredAnswer } from '../reading/answers.ts'
import { arrowStream } from '../reading/arrow-table.ts'
import { indicatorOf } from '../reading/catalogue.ts'
import { withChildren } from '../reading/children.ts'
import { openDataset, type Dataset } from '../reading/dataset.ts'
import { isBelow, type Region } from '../reading/regions.ts'
import { readProgressRequest, type AskedLevel, type ProgressRequest } from '../reading/request.ts'
import { readRows } from '../reading/rows.ts'

const ARROW = 'application/vnd.apache.arrow.stream'

/** Target beside actual: a row for each indicator and each region of a level under a region. */
export function progressRouter(deps: Deps): Router {
  const router = Router()
  const answers = new AnswerStore()
  router.get(
    '/api/progress',
    asyncHandler(async (request, response) => {
      const asked = readProgressRequest(request.query)
      const dataset = await openDataset(deps, request, asked)
      requireBelow(dataset.top, asked.level)
      const answer = await answers.get(keyOf(dataset, asked), () => answerTo(dataset, asked))
      send(request, response, answer)
    }),
  )
  return router
}

/** All that an answer depends on: a dataset never changes; a role or region never gets another's. */
function keyOf({ session, snapshot, plan, top, asOf }: Dataset, asked: ProgressRequest): string[] {
  const { level, format, indicator = '', curve = '', children = '' } = asked
  const scope = [session.role, session.region]
  return [
    ...scope,
    snapshot.id,
    plan.plan,
    top.code,
    level,
    asOf,
    indicator,
    curve,
    children,
    format,
  ]
}

async function answerTo(dataset: Dataset, asked: ProgressRequest): Promise<StoredAnswer> {
  const indicators = indicatorsOf(dataset, asked.indicator)
  const rows = await readRows(dataset, asked.level, indicators, asked.curve)
  if (asked.children !== undefined) await withChildren(dataset, rows, indicators)
  if (asked.format === 'arrow')
    return { type: ARROW, body: Buffer.from(arrowStream(rows)), zipped: null }
  const counts = { statusCounts: statusCounts(rows), statusCountsOf: statusCountsOf(rows) }
  return storedJson({ ...headOf(dataset, asked.level), ...counts, rows })
}

function send(request: Request, response: Response, { type, body, zipped }: StoredAnswer): void {
  response.type(type).vary('Accept-Encoding')
  if (zipped === null || !request.acceptsEncodings('gzip')) {
    response.send(body)
  } else {
    response.set('Content-Encoding', 'gzip').send(zipped)
  }
}

function indicatorsOf({ plan }: Dataset, code: string | undefined): Indicator[] {
  return code === undefined ? plan.indicators : [indicatorOf(plan, code)]
}

function requireBelow(top: Region, level: AskedLevel): void {
  if (level === 'self' || isBelow(level, top)) return
  const detail = `参数 level 不对：${top.name}之下没有 ${level} 一级，请改用 self 或更低的级别。`
  throw new Problem(400, 'bad_request', detail)
}

function headOf({ snapshot, plan, top, asOf }: Dataset, level: AskedLevel) {
  return {
    snapshot: snapshot.id,
    plan: plan.plan,
    region: top.code,
    regionName: top.name,
    level,
    asOf,
    demonstration: snapshot.manifest.demonstration,
    elapsed: elapsedOn(plan.starts_on, plan.ends_on, asOf),
  }
}
