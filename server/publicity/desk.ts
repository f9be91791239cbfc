import type { Audit } from '../audit.ts'
import type { Deps, Session } from '../deps.ts'
import { Problem } from '../problem.ts'
import { indicatorOf, planOf } from '../reading/catalogue.ts'
import { loadRegions, regionOf } from '../reading/regions.ts'
import { loadLedger, loadPlaced } from './figures.ts'
import type { Notice, NoticeOrder } from './notice.ts'
import type { NoticeStore } from './store.ts'

/** Where the 2020 document asks for the publication. */
const BASIS = { plan: 'levy-2020', indicator: 'L14' }

type Options = {
  deps: Pick<Deps, 'loadMetrics' | 'snapshots'>
  store: NoticeStore
  audit: Audit
  now?: () => Date
}

/** Makes notices and, when an evaluator says so, publishes or withdraws them. */
export class NoticeDesk {
  readonly #options: Options

  constructor(options: Options) {
    this.#options = options
  }

  /** Those of the kind of data that is in use: a demonstration's notices are no real ones. */
  async list(): Promise<Notice[]> {
    const all = await this.#options.store.list()
    return all.filter((one) => this.#isOfCurrentKind(one))
  }

  /** Rejects with Problem 404 unknown_notice also where it is not published. */
  async published(id: string): Promise<Notice> {
    const found = await this.#options.store.get(id)
    if (found.publishedAt !== null && this.#isOfCurrentKind(found)) return found
    throw new Problem(404, 'unknown_notice', '没有这份公示，或它没有公布。')
  }

  /** Rejects with Problem 409 published: what is public is withdrawn before it is made anew. */
  async make(session: Session, order: NoticeOrder): Promise<Notice> {
    const id = `${order.region}-${order.year}`
    const before = await this.#options.store.get(id).catch(() => null)
    if (before !== null && before.publishedAt !== null)
      throw new Problem(409, 'published', '这份公示正在公布，请先撤下再重新生成。')
    const made = { ...(await this.#counted(session, order)), id }
    await this.#options.store.write(made)
    this.#note('notice_made', session, made)
    return made
  }

  async publish(session: Session, id: string, isPublic: boolean): Promise<Notice> {
    const found = await this.#options.store.get(id)
    const changed = { ...found, publishedAt: isPublic ? this.#now() : null }
    await this.#options.store.write(changed)
    this.#note(isPublic ? 'notice_published' : 'notice_withdrawn', session, changed)
    return changed
  }

  async #counted(session: Session, order: NoticeOrder): Promise<Omit<Notice, 'id'>> {
    const { deps } = this.#options
    const { region, year, days, objections } = order
    const snapshot = deps.snapshots.get(order.snapshot)
    const context = { ...session, snapshot: snapshot.id }
    const tree = await loadRegions(deps.loadMetrics, context, `${year}-12-31`)
    const top = regionOf(tree, region)
    const source = { load: deps.loadMetrics, context, tree }
    const plan = planOf(snapshot, BASIS.plan)
    const { clause } = indicatorOf(plan, BASIS.indicator)
    return {
      form: 1,
      ...{ region, year, days, objections, regionName: top.name, snapshot: snapshot.id },
      ruleVersion: String(snapshot.manifest.ruleVersion),
      ratio: snapshot.manifest.demonstration?.ratio ?? null,
      basis: { document: plan.source.zh, ...clause },
      ...(await loadLedger(source, top, year)),
      ...(await loadPlaced(source, top, year)),
      madeBy: session.user,
      madeAt: this.#now(),
      publishedAt: null,
    }
  }

  #isOfCurrentKind({ ratio }: Notice): boolean {
    return (ratio === null) === (this.#options.deps.snapshots.get().manifest.demonstration === null)
  }

  #now(): string {
    return (this.#options.now?.() ?? new Date()).toISOString()
  }

  #note(
    event: 'notice_made' | 'notice_published' | 'notice_withdrawn',
    { user, role }: Session,
    { id, snapshot }: Notice,
  ): void {
    this.#options.audit({ event, user, role, report: id, snapshot })
  }
}
