import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseCurrent, parseManifest, type Manifest } from './manifest.ts'
import { Problem } from './problem.ts'

export type Snapshot = { id: string; asOf: string; manifest: Manifest }

export type Snapshots = {
  /** The snapshot of that id, or the current one. Throws Problem 404 unknown_snapshot. */
  get: (id?: string) => Snapshot
  /** Newest first. */
  list: () => Snapshot[]
}

type Options = {
  warehouse: string
  /** Called before a snapshot becomes the current one; a rejection leaves the old one in place. */
  warm: (snapshot: Snapshot) => Promise<void>
  onChange: (id: string) => void
  onFault: (error: unknown) => void
}

const LOOK_EVERY_MS = 500

function newestFirst(a: Snapshot, b: Snapshot): number {
  return b.manifest.publishedAt.localeCompare(a.manifest.publishedAt)
}

/** The published datasets in a warehouse folder; a new one is taken up while the server runs. */
export class SnapshotStore implements Snapshots {
  readonly #options: Options
  #known = new Map<string, Snapshot>()
  #current: string | undefined
  #timer: NodeJS.Timeout | undefined
  #looking = false
  #lastFault = ''

  constructor(options: Options) {
    this.#options = options
  }

  readonly get = (id?: string): Snapshot => {
    const found = this.#known.get(id ?? this.#current ?? '')
    if (found && this.#isOfCurrentKind(found)) return found
    throw new Problem(404, 'unknown_snapshot', '没有这个数据集，请从 /api/snapshots 中选择。')
  }

  readonly list = (): Snapshot[] =>
    [...this.#known.values()].filter((one) => this.#isOfCurrentKind(one)).sort(newestFirst)

  /** Real data are out of reach while a demonstration is shown, whose accounts anybody may have. */
  #isOfCurrentKind({ manifest }: Snapshot): boolean {
    const current = this.#known.get(this.#current ?? '') ?? { manifest }
    return (manifest.demonstration === null) === (current.manifest.demonstration === null)
  }

  martPath(id: string): string {
    return join(this.#folder(), id, 'marts.duckdb')
  }

  /** Reads the current snapshot, then looks for a newer one twice a second. */
  async start(): Promise<void> {
    await this.#take(await this.#published())
    this.#timer = setInterval(() => void this.#look(), LOOK_EVERY_MS)
    this.#timer.unref()
  }

  stop(): void {
    clearInterval(this.#timer)
  }

  #folder(): string {
    return join(this.#options.warehouse, 'snapshots')
  }

  async #published(): Promise<string> {
    const path = join(this.#options.warehouse, 'current.json')
    try {
      return parseCurrent(await readFile(path, 'utf8'))
    } catch (cause) {
      throw new Error(`${path} 读不到已发布的数据集，请先运行 npm run etl。`, { cause })
    }
  }

  async #look(): Promise<void> {
    if (this.#looking) return
    this.#looking = true
    try {
      const id = await this.#published()
      if (id !== this.#current) await this.#take(id)
      this.#lastFault = ''
    } catch (error) {
      this.#report(error)
    } finally {
      this.#looking = false
    }
  }

  /** The same fault is told once, not twice a second. */
  #report(error: unknown): void {
    const fault = String(error)
    if (fault !== this.#lastFault) this.#options.onFault(error)
    this.#lastFault = fault
  }

  async #take(id: string): Promise<void> {
    const known = await this.#readAll()
    const snapshot = known.get(id)
    if (!snapshot)
      throw new Error(`数据集 ${id} 没有可读的 manifest.json，请重新运行 npm run etl。`)
    this.#known = known
    await this.#options.warm(snapshot)
    this.#current = id
    this.#options.onChange(id)
  }

  async #readAll(): Promise<Map<string, Snapshot>> {
    const names = await readdir(this.#folder())
    const read = await Promise.all(names.map((name) => this.#read(name)))
    return new Map(read.filter((one) => one !== undefined).map((one) => [one.id, one]))
  }

  /** A folder without a manifest is one still being written, or none of ours. */
  async #read(name: string): Promise<Snapshot | undefined> {
    try {
      const manifest = parseManifest(
        await readFile(join(this.#folder(), name, 'manifest.json'), 'utf8'),
      )
      return manifest.id === name ? { id: name, asOf: manifest.asOf, manifest } : undefined
    } catch {
      return undefined
    }
  }
}
