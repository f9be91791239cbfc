import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from '../durable-file.ts'
import { Problem } from '../problem.ts'
import { notice, type Notice } from './notice.ts'

/** The notices: a file each in `<warehouse>/publicity`, one for a region and year. */
export class NoticeStore {
  readonly #folder: string

  constructor(warehouse: string) {
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
    await writeDurably(this.#path(made.id), JSON.stringify(made, null, 1))
  }

  async #read(id: string): Promise<Notice> {
    return notice.parse(JSON.parse(await readFile(this.#path(id), 'utf8')))
  }

  #path(id: string): string {
    if (!/^\d{6}-\d{4}$/.test(id)) throw new Error('not the id of a notice')
    return join(this.#folder, `${id}.json`)
  }
}
