import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from '../durable-file.ts'
import { pin, unpin } from '../pins.ts'
import { Problem } from '../problem.ts'
import { notice, type Notice } from './notice.ts'

/** The notices: a file each in `<warehouse>/publicity`, one for a region and year. One that is public pins its snapshot. */
export class NoticeStore {
  readonly #warehouse: string
  readonly #folder: string

  constructor(warehouse: string) {
    this.#warehouse = warehouse
    this.#folder = join(warehouse, 'publicity')
  }

  /** Latest year first. A file that cannot be read is left out. */
  async list(): Promise<Notice[]> {
    const names = await readdir(this.#folder).catch(() => [])
    const files = names.filter((name) => name.endsWith('.json'))
    const read = await Promise.all(
      files.map((name) => this.#read(name.slice(0, -5)).catch(() => undefined)),
    )
    return read
      .filter((one) => one !== undefined)
      .sort((a, b) => b.year - a.year || a.region.localeCompare(b.region))
  }

  /** Rejects with Problem 404 unknown_notice. */
  async get(id: string): Promise<Notice> {
    return this.#read(id).catch((cause: unknown) => {
      throw new Problem(404, 'unknown_notice', '没有这份公示，或它没有公布。', { cause })
    })
  }

  async write(made: Notice): Promise<void> {
    const { id, snapshot, publishedAt } = made
    const path = this.#path(id)
    if (publishedAt !== null) await pin(this.#warehouse, snapshot, `notice-${id}`)
    await writeDurably(path, JSON.stringify(made, null, 1))
    if (publishedAt === null) await unpin(this.#warehouse, snapshot, `notice-${id}`)
  }

  async #read(id: string): Promise<Notice> {
    return notice.parse(JSON.parse(await readFile(this.#path(id), 'utf8')))
  }

  #path(id: string): string {
    if (!/^\d{6}-\d{4}$/.test(id)) throw new Error('not the id of a notice')
    return join(this.#folder, `${id}.json`)
  }
}
