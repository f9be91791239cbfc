import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCurrent, type Manifest } from './manifest.ts'
import { Problem } from './problem.ts'
import { checkFiles, readSealed, requireContentOf, stampOf } from './soundness.ts'

export type Snapshot = { id: string; asOf: string; manifest: Manifest }

/** A snapshot that lies in the warehouse but is not served, and a sentence that says what to do. */
type Unreadable = { id: string; reason: string }

export type Snapshots = {
  /**
   * The snapshot of that id, or the current one. Throws Problem 404 unknown_snapshot, 409
   * unreadable_snapshot where it is damaged or of an older form, 503 not_ready while it is being checked.
   */
  get: (id?: string) => Snapshot
  /** Newest first. */
  list: () => Snapshot[]
  unreadable: () => Unreadable[]
}

type Options = {
  warehouse: string
  /** Called before a snapshot becomes the current one; a rejection leaves the old one in place. */
  warm: (snapshot: Snapshot) => Promise<void>
  onChange: (id: string) => void
  onFault: (error: unknown) => void
}

/** What is known of a snapshot's folder as long as its stamp stays the same. */
type Known = { stamp: string; snapshot?: Snapshot; checked: boolean; fault?: Error }

const LOOK_EVERY_MS = 500

function newestFirst(a: Snapshot, b: Snapshot): number {
  return b.manifest.publishedAt.localeCompare(a.manifest.publishedAt)
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error))
}

/** None where there is no such folder yet. */
async function namesIn(folder: string): Promise<string[]> {
  return existsSync(folder) ? readdir(folder) : []
}

/**
 * The published datasets in a warehouse folder. A new one is taken up while the server runs; one whose
 * files are not as its manifest says is not served, and where it was the current one, the last sound one is.
 */
export class SnapshotStore implements Snapshots {
  readonly #options: Options
  readonly #known = new Map<string, Known>()
  readonly #told = new Set<string>()
  #current: string | undefined
  /** Whether what is shown is a demonstration. */
  #demonstration: boolean | undefined
  #timer: NodeJS.Timeout | undefined
  #looking = false

  constructor(options: Options) {
    this.#options = options
  }

  readonly get = (id = this.#current ?? ''): Snapshot => {
    const known = this.#known.get(id)
    const snapshot = known?.snapshot
    if (!known || (snapshot && !this.#isOfCurrentKind(snapshot)))
      throw new Problem(404, 'unknown_snapshot', '没有这个数据集，请从 /api/snapshots 中选择。')
    const fault = this.#faultOf(known)
    if (fault) throw new Problem(409, 'unreadable_snapshot', fault.message, { cause: fault })
    if (snapshot && (known.checked || id === this.#current)) return snapshot
    throw new Problem(503, 'not_ready', `数据集 ${id} 正在核对，请稍后再试。`)
  }

  /** As `get`, once the files of a snapshot that nobody has checked yet have been read. */
  async checked(id: string): Promise<Snapshot> {
    await this.#check(id)
    return this.get(id)
  }

  readonly list = (): Snapshot[] =>
    [...this.#known.values()]
      .filter((known) => known.checked && !this.#faultOf(known))
      .flatMap(({ snapshot }) => snapshot ?? [])
      .filter((one) => this.#isOfCurrentKind(one))
      .sort(newestFirst)

  readonly unreadable = (): Unreadable[] =>
    [...this.#known].flatMap(([id, known]) => {
      const fault = this.#faultOf(known)
      const isOther = known.snapshot && !this.#isOfCurrentKind(known.snapshot)
      return fault && !isOther ? [{ id, reason: fault.message }] : []
    })

  /** The as-of day of a snapshot that lies in the warehouse, YYYY-MM-DD. */
  asOf(id: string): string {
    return this.#known.get(id)?.snapshot?.asOf ?? this.get(id).asOf
  }

  martPath(id: string): string {
    return join(this.#folder(), id, 'marts.duckdb')
  }

  /** Reads the current snapshot, then looks for a newer one twice a second. */
  async start(): Promise<void> {
    await this.#choose()
    if (this.#current === undefined)
      throw new Error(`${this.#folder()} 中没有完好的数据集，请先运行 npm run etl。`)
    this.#timer = setInterval(() => void this.#look(), LOOK_EVERY_MS)
    this.#timer.unref()
    void this.#look()
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #folder(): string {
    return join(this.#options.warehouse, 'snapshots')
  }

  #faultOf({ snapshot, fault }: Known): Error | undefined {
    const current = this.#known.get(this.#current ?? '')?.snapshot
    if (fault || !snapshot || !current) return fault
    try {
      requireContentOf(current.manifest, snapshot.manifest)
    } catch (error) {
      return asError(error)
    }
    return undefined
  }

  /** Real data are out of reach while a demonstration is shown, whose accounts anybody may have. */
  #isOfCurrentKind({ manifest }: Snapshot): boolean {
    return (manifest.demonstration !== null) === this.#demonstration
  }

  async #look(): Promise<void> {
    if (this.#looking) return
    this.#looking = true
    try {
      await this.#choose()
      for (const id of this.#known.keys()) await this.#check(id)
    } catch (error) {
      this.#tell(error)
    } finally {
      this.#looking = false
    }
  }

  /** The same fault is told once, not twice a second. */
  #tell(error: unknown): void {
    if (!this.#told.has(String(error))) this.#options.onFault(error)
    this.#told.add(String(error))
  }

  /** Takes up the published snapshot; where it is not sound, the one served before, or the newest other. */
  async #choose(): Promise<void> {
    await this.#refresh()
    const published = await this.#published()
    for (const id of this.#candidates(published)) {
      if (!(await this.#take(id))) continue
      if (id === published) this.#told.clear()
      return
    }
  }

  async #published(): Promise<string | undefined> {
    const path = join(this.#options.warehouse, 'current.json')
    try {
      return parseCurrent(await readFile(path, 'utf8'))
    } catch (cause) {
      this.#tell(new Error(`${path} 读不到已发布的数据集，请先运行 npm run etl。`, { cause }))
      return undefined
    }
  }

  /** In order of preference. A demonstration never stands in for real data, nor the other way round. */
  #candidates(published: string | undefined): string[] {
    const others = [...this.#known.values()]
      .flatMap(({ snapshot }) => snapshot ?? [])
      .sort(newestFirst)
    const wanted = others.find(({ id }) => id === published)
    const isReal = ({ manifest }: Snapshot) => manifest.demonstration === null
    const real = wanted ? isReal(wanted) : others.some(isReal)
    const wantsReal = this.#demonstration === undefined ? real : !this.#demonstration
    const kind = others.filter((one) => isReal(one) === wantsReal)
    const ids = [published, this.#current, ...kind.map(({ id }) => id)]
    return [...new Set(ids.filter((id) => id !== undefined))]
  }

  /** Whether the snapshot is sound and, now or already, the current one. */
  async #take(id: string): Promise<boolean> {
    await this.#check(id)
    const { snapshot, fault } = this.#known.get(id) ?? {}
    if (!snapshot || fault) {
      this.#tell(fault ?? new Error(`没有数据集 ${id}，请重新运行 npm run etl。`))
      return false
    }
    if (id === this.#current) return true
    try {
      await this.#options.warm(snapshot)
    } catch (error) {
      this.#tell(error)
      return false
    }
    this.#current = id
    this.#demonstration = snapshot.manifest.demonstration !== null
    this.#options.onChange(id)
    return true
  }

  /** Reads the files of a snapshot once, and again when one has changed. */
  async #check(id: string): Promise<void> {
    const known = this.#known.get(id)
    if (!known?.snapshot || known.checked) return
    try {
      await checkFiles(join(this.#folder(), id), known.snapshot.manifest)
    } catch (error) {
      known.fault = asError(error)
    }
    known.checked = true
  }

  /** Reads the manifests of what is new or changed, and forgets what is gone. */
  async #refresh(): Promise<void> {
    const names = (await namesIn(this.#folder())).filter((name) => !name.endsWith('.tmp'))
    for (const id of this.#known.keys()) if (!names.includes(id)) this.#known.delete(id)
    await Promise.all(names.map((name) => this.#read(name)))
  }

  async #read(id: string): Promise<void> {
    const folder = join(this.#folder(), id)
    const stamp = await stampOf(folder).catch(String)
    if (this.#known.get(id)?.stamp === stamp) return
    try {
      const manifest = await readSealed(folder)
      const snapshot = { id, asOf: manifest.asOf, manifest }
      this.#known.set(id, { stamp, snapshot, checked: false })
    } catch (error) {
      this.#known.set(id, { stamp, checked: true, fault: asError(error) })
    }
  }
}
