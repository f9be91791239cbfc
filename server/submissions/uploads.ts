import { randomUUID } from 'node:crypto'
import type { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import type { Audit } from '../audit.ts'
import type { Session } from '../deps.ts'
import { Problem } from '../problem.ts'
import { placeDraft, receiveDraft, removeDraft, removeLeftDrafts, type Draft } from './draft.ts'
import { checkDraft, loadInbox, type Step } from './etl-process.ts'
import type { Place } from './request.ts'

const count = z.number().int()

const checked = z.object({
  fate: z.enum(['accepted', 'refused']),
  reason: z.string().nullable(),
  extract: z.string().nullable(),
  form: z.string().nullable(),
  encoding: z.string().nullable(),
  rowsRead: count,
  rowsAccepted: count,
  rowsQuarantined: count,
  rowsRetracted: count,
  rowsCopied: count,
  rules: z.array(z.object({ column: z.string().nullable(), rule: z.string(), records: count })),
  faults: z.array(
    z.object({
      line: count,
      column: z.string().nullable(),
      rule: z.string(),
      value: z.string().nullable(),
    }),
  ),
  notes: z.array(z.string()),
  name: z.string().regex(/^[^/\\\p{C}]{1,180}\.(csv|xlsx|parquet)$/u),
})

type UploadState = 'checking' | 'checked' | 'loading' | 'loaded' | 'failed'

/** A file on its way: looked at, shown, and if its sender says so put into the inbox and loaded. */
type Upload = Place & {
  id: string
  user: string
  state: UploadState
  step: Step | null
  bytes: number
  sha256: string
  result: z.infer<typeof checked> | null
}

type Options = {
  inbox: string
  warehouse: string
  audit: Audit
  onFault: (error: unknown) => void
}

const KEPT_MS = 60 * 60 * 1000
const MOST_AT_ONCE = 4
/** By then the server has seen what was published and answers from it. */
const TAKEN_UP_MS = 1_500
const BUSY = 'is being loaded by process'
const BUSY_WAIT_MS = 3_000
const BUSY_TRIES = 200

/** The uploads of this server, one check and one load at a time; a draft is gone after an hour. */
export class Uploads {
  readonly #options: Options
  readonly #open = new Map<string, { upload: Upload; draft: Draft; timer: NodeJS.Timeout }>()
  readonly #receiving = new Set<{ user: string }>()
  readonly #stopping = new AbortController()
  #checks: Promise<unknown> = Promise.resolve()
  #loads: Promise<unknown> = Promise.resolve()

  constructor(options: Options) {
    this.#options = options
    removeLeftDrafts().catch(options.onFault)
  }

  /** Takes a file in and begins to check it. Throws Problem. */
  async begin(
    body: Readable,
    { user }: Session,
    place: Place,
    { extract, form }: { extract: string; form: string },
  ): Promise<Upload> {
    this.#requireRoom(user)
    const { inbox } = this.#options
    const receiving = { user }
    this.#receiving.add(receiving)
    const name = `${extract}.${form}`
    const draft = await receiveDraft(body, inbox, { ...place, name }).finally(() =>
      this.#receiving.delete(receiving),
    )
    const upload: Upload = {
      ...{ ...place, id: randomUUID(), user, state: 'checking', step: null },
      ...{ bytes: draft.bytes, sha256: draft.sha256, result: null },
    }
    const timer = globalThis.setTimeout(() => this.#leave(upload.id), KEPT_MS).unref()
    this.#open.set(upload.id, { upload, draft, timer })
    this.#checks = this.#checks.then(() => this.#check(upload, draft))
    return upload
  }

  /** Counts those too whose body is still coming in. Throws Problem 429. */
  #requireRoom(user: string): void {
    const waiting = [...this.#open.values()]
      .map(({ upload }) => upload)
      .filter(({ state }) => ['checking', 'checked'].includes(state))
    const own = [...waiting, ...this.#receiving].filter((one) => one.user === user)
    if (own.length < MOST_AT_ONCE) return
    throw new Problem(429, 'too_many_uploads', '已有几个文件在等待确认，请先确认或放弃它们。')
  }

  /** Throws Problem 404 unknown_upload where there is none of that person's and place's. */
  find(id: string, { user }: Session, place: Place): Upload {
    const upload = this.#open.get(id)?.upload
    const isIts = upload?.unit === place.unit && upload.quarter === place.quarter
    if (upload && isIts && upload.user === user) return upload
    throw new Problem(404, 'unknown_upload', '这次上传已经结束或超过一小时，请重新选择文件。')
  }

  /** Puts a checked file into the inbox and begins to load it. Throws Problem 409. */
  async accept(id: string, session: Session, place: Place): Promise<Upload> {
    const upload = this.find(id, session, place)
    const { draft } = this.#open.get(id) ?? {}
    const { result } = upload
    if (upload.state !== 'checked' || result?.fate !== 'accepted' || !draft)
      throw new Problem(409, 'not_checked', '这个文件还没有检查完，或会被拒收，不能报送。')
    upload.state = 'loading'
    upload.step = null
    try {
      await placeDraft(draft, this.#options.inbox, { ...place, name: result.name })
    } catch (error) {
      upload.state = 'checked'
      throw error
    }
    this.#audit('upload_accepted', upload, session)
    await removeDraft(draft)
    this.#loads = this.#loads.then(() => this.#load(upload, session))
    return upload
  }

  /** Removes what its sender does not want to send. */
  leave(id: string, session: Session, place: Place): void {
    const { state } = this.find(id, session, place)
    if (state === 'loading') throw new Problem(409, 'loading', '文件已经报送，正在装载，不能放弃。')
    this.#leave(id)
  }

  /** Ends what is under way, and removes every draft. */
  async close(): Promise<void> {
    this.#stopping.abort()
    await this.#checks
    await this.#loads
    for (const id of this.#open.keys()) this.#leave(id)
  }

  #leave(id: string): void {
    const found = this.#open.get(id)
    if (!found) return
    clearTimeout(found.timer)
    this.#open.delete(id)
    removeDraft(found.draft).catch(this.#options.onFault)
  }

  #audit(event: 'upload_accepted' | 'upload_loaded', upload: Upload, { user, role }: Session) {
    const { unit, quarter, result, sha256 } = upload
    this.#options.audit({
      event,
      user,
      role,
      file: `${quarter}/${unit}/${result?.name ?? ''}`,
      sha256,
    })
  }

  async #check(upload: Upload, { folder }: Draft): Promise<void> {
    if (!this.#open.has(upload.id)) return
    try {
      upload.result = checked.parse(
        await checkDraft(folder, this.#options.inbox, this.#watched(upload)),
      )
      upload.state = 'checked'
    } catch (error) {
      this.#fail(upload, error)
    }
  }

  async #load(upload: Upload, session: Session): Promise<void> {
    try {
      await this.#loadWhenFree(upload)
      await setTimeout(TAKEN_UP_MS, undefined, { signal: this.#stopping.signal })
      upload.state = 'loaded'
      this.#audit('upload_loaded', upload, session)
    } catch (error) {
      this.#fail(upload, error)
    }
  }

  /** Somebody may be loading the same warehouse from a terminal: then this one comes after. */
  async #loadWhenFree(upload: Upload): Promise<void> {
    const { inbox, warehouse } = this.#options
    for (let tried = 1; ; tried += 1) {
      try {
        await loadInbox(inbox, warehouse, this.#watched(upload))
        return
      } catch (error) {
        if (!String(error).includes(BUSY) || tried === BUSY_TRIES) throw error
        await setTimeout(BUSY_WAIT_MS, undefined, { signal: this.#stopping.signal })
      }
    }
  }

  #watched(upload: Upload) {
    const onStep = (step: Step) => {
      upload.step = { ...step, rows: step.rows ?? upload.step?.rows ?? null }
    }
    return { onStep, signal: this.#stopping.signal }
  }

  #fail(upload: Upload, error: unknown): void {
    upload.state = 'failed'
    if (!this.#stopping.signal.aborted) this.#options.onFault(error)
  }
}
