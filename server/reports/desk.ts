import type { Audit } from '../audit.ts'
import type { Deps, Session } from '../deps.ts'
import { Problem } from '../problem.ts'
import type { Block } from './blocks.ts'
import { contentOf } from './content.ts'
import { writeDocx } from './docx/write.ts'
import { differencesOf, figuresOf, namedDifferences, type NamedDifference } from './figures.ts'
import { findingsOf, type Findings } from './findings.ts'
import { reportHash } from './hash.ts'
import { DEFAULT_LIMIT, type ReportOrder, type ReportTexts } from './order.ts'
import type { ReportRecord, ReportState } from './record.ts'
import { stepped } from './steps.ts'
import type { ReportStore } from './store.ts'
import { writeWorkbook } from './workbook.ts'

const EMPTY: ReportTexts = { problems: '', causes: '', suggestions: '' }

type Options = {
  deps: Pick<Deps, 'loadMetrics' | 'snapshots'>
  store: ReportStore
  audit: Audit
  /** The users who may write and review reports. */
  evaluators: () => string[]
  now?: () => Date
}

/** Makes reports, keeps what is written into them, and takes them through their life. */
export class ReportDesk {
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  get store(): ReportStore {
    return this.#options.store
  }

  evaluators(): string[] {
    return this.#options.evaluators()
  }

  findings(session: Session, order: ReportOrder): Promise<Findings> {
    return findingsOf(this.#options.deps, session, order)
  }

  async create(session: Session, order: ReportOrder): Promise<ReportRecord> {
    const record = await this.store.create(order, async (id) => {
      const findings = await this.findings(session, order)
      return { record: recordOf(findings, { id, at: this.#now(), user: session.user }), findings }
    })
    this.#note('report_made', session, record)
    return record
  }

  /** What the page shows: of a locked report what was locked. */
  async blocks(record: ReportRecord): Promise<Block[]> {
    const locked = record.state === 'locked' ? await this.store.blocks(record.id) : null
    return locked ?? this.#blocksNow(record)
  }

  /** Rejects with Problem 409 not_draft: what was sent to review is written no more. */
  async write(
    session: Session,
    id: string,
    written: { texts: ReportTexts; limit: number; revision: number },
  ): Promise<ReportRecord> {
    const { texts, limit } = written
    const findings = await this.#findingsOf(id)
    const record = await this.store.change(id, written.revision, (before) => {
      if (before.state !== 'draft')
        throw new Problem(409, 'not_draft', '只有草稿可以修改，请先退回草稿。')
      const { narrative } = contentOf(findings, texts, limit)
      const hash = hashOf(findings, texts, limit)
      return { ...before, texts, limit, narrative, hash, revision: before.revision + 1 }
    })
    this.#note('report_changed', session, record)
    return record
  }

  async step(
    session: Session,
    id: string,
    to: ReportState,
    revision: number,
  ): Promise<ReportRecord> {
    const { user } = session
    const record = await this.store.change(id, revision, async (before) => {
      const after = stepped(before, { to, user, at: this.#now(), evaluators: this.evaluators() })
      if (after.state === 'approved' && before.narrative > before.limit) throw tooLong(before)
      if (after.state === 'locked')
        await this.store.keepLocked(id, await this.#draw(after), await this.#blocksNow(after))
      return after
    })
    this.#note('report_state', session, record)
    return record
  }

  async remove(session: Session, record: ReportRecord): Promise<void> {
    if (record.state !== 'draft') throw new Problem(409, 'not_draft', '只有草稿可以删除。')
    await this.store.remove(record)
    this.#note('report_removed', session, record)
  }

  async document(session: Session, record: ReportRecord): Promise<Uint8Array> {
    this.#note('export', session, record)
    return record.state === 'locked' ? this.store.document(record.id) : this.#draw(record)
  }

  async workbook(session: Session, record: ReportRecord): Promise<Uint8Array> {
    this.#note('export', session, record)
    const findings = await this.store.findings(record.id)
    return writeWorkbook(findings, record)
  }

  /** What the current snapshot would say otherwise: `here` is the report's figure, `there` the newer. */
  async differences(
    session: Session,
    { id, order }: ReportRecord,
  ): Promise<{ snapshot: string; differences: NamedDifference[] }> {
    const snapshot = this.#options.deps.snapshots.get().id
    const now = await this.findings(session, { ...order, snapshot })
    const then = await this.store.findings(id)
    const differences = differencesOf(figuresOf(then), figuresOf(now))
    return { snapshot, differences: namedDifferences(differences, then, now) }
  }

  async #blocksNow({ id, texts, limit }: ReportRecord): Promise<Block[]> {
    return contentOf(await this.store.findings(id), texts, limit).blocks
  }

  async #draw({ id, texts, limit, state }: ReportRecord): Promise<Uint8Array> {
    return writeDocx({ findings: await this.store.findings(id), texts, limit, state })
  }

  async #findingsOf(id: string): Promise<Findings> {
    await this.store.get(id)
    return this.store.findings(id)
  }

  #now(): string {
    return (this.#options.now?.() ?? new Date()).toISOString()
  }

  #note(
    event: 'report_made' | 'report_changed' | 'report_state' | 'report_removed' | 'export',
    { user, role }: Session,
    { id, state, order, hash }: ReportRecord,
  ): void {
    this.#options.audit({ event, user, role, report: id, state, snapshot: order.snapshot, hash })
  }
}

/** The draft as it is made, with nothing written beside the figures yet. */
function recordOf(
  findings: Findings,
  { id, at, user }: { id: string; at: string; user: string },
): ReportRecord {
  const { order, regionName, ruleVersion, ratio } = findings
  const { title, narrative } = contentOf(findings, EMPTY, DEFAULT_LIMIT)
  return {
    form: 1,
    ...{ id, order, title, narrative, regionName, ruleVersion },
    demonstration: ratio !== null,
    state: 'draft',
    texts: EMPTY,
    limit: DEFAULT_LIMIT,
    author: user,
    history: [{ at, user, to: 'draft', alone: false }],
    hash: hashOf(findings, EMPTY, DEFAULT_LIMIT),
    revision: 1,
  }
}

function hashOf(findings: Findings, texts: ReportTexts, limit: number): string {
  const { order, ruleVersion } = findings
  return reportHash({ order, ruleVersion, figures: figuresOf(findings), texts, limit })
}

function tooLong({ narrative, limit }: ReportRecord): Problem {
  const detail = `正文 ${narrative} 字，超过 ${limit} 字的限制：请退回草稿，缩短文字或调整限制。`
  return new Problem(409, 'too_long', detail)
}
