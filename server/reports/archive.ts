import { randomUUID } from 'node:crypto'
import { zipSync } from 'fflate'
import type { Session } from '../deps.ts'
import { Problem } from '../problem.ts'
import type { ReportDesk } from './desk.ts'
import { titleOf } from './content.ts'
import { ARCHIVE_TIME } from './docx/package.ts'
import { writeDocx } from './docx/write.ts'
import { DEFAULT_LIMIT, type ReportOrder } from './order.ts'

const EMPTY = { problems: '', causes: '', suggestions: '' }

type Job = {
  user: string
  done: number
  total: number
  failed: string[]
  file: Uint8Array | null
}

/** The reports of many regions as one archive, made one after another while the asker looks on. */
export class ReportArchives {
  readonly #desk: ReportDesk
  readonly #onFault: (error: unknown) => void
  readonly #jobs = new Map<string, Job>()
  #work: Promise<void> = Promise.resolve()
  #isClosing = false

  constructor(desk: ReportDesk, onFault: (error: unknown) => void) {
    this.#desk = desk
    this.#onFault = onFault
  }

  /** Throws Problem 409 archive_running where another one is being made. */
  start(session: Session, order: Omit<ReportOrder, 'region'>, regions: string[]): string {
    if ([...this.#jobs.values()].some(({ file }) => file === null))
      throw new Problem(409, 'archive_running', '正在生成另一个压缩包，请等它完成后再试。')
    this.#jobs.clear()
    const id = randomUUID()
    const job: Job = { user: session.user, done: 0, total: regions.length, failed: [], file: null }
    this.#jobs.set(id, job)
    this.#work = this.#fill(job, session, order, regions)
    return id
  }

  /** The one that this person asked for last, while it is kept. */
  ownOf({ user }: Session): string | null {
    return [...this.#jobs].find(([, job]) => job.user === user)?.[0] ?? null
  }

  /** Throws Problem 404 unknown_archive where it is not this person's. */
  get(id: string, { user }: Session): Job {
    const job = this.#jobs.get(id)
    if (job?.user === user) return job
    throw new Problem(404, 'unknown_archive', '没有这个压缩包，它可能已被新的代替，请重新生成。')
  }

  /** Leaves the one under way unfinished, after the report that is being made. */
  async close(): Promise<void> {
    this.#isClosing = true
    await this.#work
  }

  async #fill(job: Job, session: Session, order: Omit<ReportOrder, 'region'>, regions: string[]) {
    const files: Record<string, Uint8Array> = {}
    for (const region of regions) {
      if (this.#isClosing) return
      try {
        const findings = await this.#desk.findings(session, { ...order, region })
        const manuscript = { findings, texts: EMPTY, limit: DEFAULT_LIMIT, state: 'draft' }
        files[`${region} ${titleOf(findings)}.docx`] = await writeDocx(manuscript)
      } catch (error) {
        job.failed.push(region)
        this.#onFault(error)
      }
      job.done += 1
    }
    job.file = zipSync(files, { mtime: ARCHIVE_TIME, level: 0 })
  }
}
