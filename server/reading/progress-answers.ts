import type { LoadMetrics, Session, Snapshot, Snapshots } from '../deps.ts'
import { Problem } from '../problem.ts'
import { elapsedOn } from '../progress/elapsed.ts'
import type { Indicator } from '../progress/plan.ts'
import type { ProgressRow } from '../progress/row.ts'
import { statusCounts, statusCountsOf } from '../progress/status-counts.ts'
import { AnswerStore, storedJson, type StoredAnswer } from './answers.ts'
import { ArrowTable } from './arrow-table.ts'
import { indicatorOf, plansOf } from './catalogue.ts'
import { withChildren } from './children.ts'
import { openDatasetFor, type Dataset } from './dataset.ts'
import { isBelow, type Region } from './regions.ts'
import type { AskedLevel, ProgressRequest } from './request.ts'
import { readRows, readRowsInto } from './rows.ts'

const ARROW = 'application/vnd.apache.arrow.stream'

/** The leader's first page, whoever it is that opens it. */
const LEADER: Session = { user: 'operator', role: 'leader', region: '000000' }
const FIRST_LEVELS: AskedLevel[] = ['self', 'province']

type Source = { loadMetrics: LoadMetrics; snapshots: Snapshots }

/** Target beside actual: a row for each indicator and each region of a level under a region. */
export class ProgressAnswers {
  readonly #source: Source
  readonly #answers = new AnswerStore()
  #preparing = Promise.resolve()
  #closed = false

  constructor(source: Source) {
    this.#source = source
  }

  /** Rejects with Problem: unknown snapshot, plan or region (404), out of reach (403), no such level (400). */
  async get(session: Session, asked: ProgressRequest): Promise<StoredAnswer> {
    const dataset = await openDatasetFor(this.#source, session, asked)
    requireBelow(dataset.top, asked.level)
    return this.#answers.get(keyOf(dataset, asked), () => answerTo(dataset, asked))
  }

  /** Makes what the leader sees first of each plan before anybody asks for it; one dataset after another. */
  prepare(snapshot: Snapshot): Promise<void> {
    const next = () => this.#prepare(snapshot)
    this.#preparing = this.#preparing.then(next, next)
    return this.#preparing
  }

  /** Resolves once nothing is being prepared any more; what failed is made when it is asked for. */
  async prepared(): Promise<void> {
    await this.#preparing.catch(() => undefined)
  }

  /** Prepares nothing more, and resolves as `prepared`. */
  async close(): Promise<void> {
    this.#closed = true
    await this.prepared()
  }

  async #prepare(snapshot: Snapshot): Promise<void> {
    for (const { plan } of plansOf(snapshot))
      for (const level of FIRST_LEVELS)
        if (!this.#closed)
          await this.get(LEADER, { plan, level, snapshot: snapshot.id, format: 'json' })
  }
}

/** All that an answer depends on: a dataset never changes; a role or region never gets another's. */
function keyOf({ session, snapshot, plan, top, asOf }: Dataset, asked: ProgressRequest): string[] {
  const { level, format, indicator = '', curve = '', children = '' } = asked
  const dataset = [session.role, session.region, snapshot.id, plan.plan, top.code, level, asOf]
  return [...dataset, indicator, curve, children, format]
}

async function answerTo(dataset: Dataset, asked: ProgressRequest): Promise<StoredAnswer> {
  const { level, curve, children } = asked
  const indicators = indicatorsOf(dataset, asked.indicator)
  const table = new ArrowTable()
  const write = (rows: ProgressRow[], at: number) => table.put(at, rows)
  if (asked.format === 'arrow' && children === undefined) {
    await readRowsInto(write, dataset, { level, indicators, curve })
    return storedArrow(table)
  }
  const rows = await readRows(dataset, level, indicators, curve)
  if (children !== undefined) await withChildren(dataset, rows, indicators)
  if (asked.format === 'arrow') {
    write(rows, 0)
    return storedArrow(table)
  }
  const counts = { statusCounts: statusCounts(rows), statusCountsOf: statusCountsOf(rows) }
  return storedJson({ ...headOf(dataset, level), ...counts, rows })
}

function storedArrow(table: ArrowTable): StoredAnswer {
  const { buffer, byteOffset, byteLength } = table.stream()
  return { type: ARROW, body: Buffer.from(buffer, byteOffset, byteLength), zipped: null }
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
