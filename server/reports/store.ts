import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeDurably } from '../durable-file.ts'
import { pin, unpin } from '../pins.ts'
import { Problem } from '../problem.ts'
import type { Block } from './blocks.ts'
import type { Findings } from './findings.ts'
import type { ReportOrder } from './order.ts'
import { reportRecord, type ReportRecord } from './record.ts'

const NAME = /^[\w-]{1,60}$/

/**
 * The stored reports: a folder each in `<warehouse>/reports`, with `report.json`, the figures it is made
 * of in `findings.json`, and `report.docx` and `blocks.json` once it is locked. Each pins the snapshot that it names.
 */
export class ReportStore {
  readonly #warehouse: string
  readonly #folder: string
  #writing: Promise<unknown> = Promise.resolve()

  constructor(warehouse: string) {
    this.#warehouse = warehouse
    this.#folder = join(warehouse, 'reports')
  }

  /** Newest first by id; a folder that cannot be read is left out. */
  async list(): Promise<ReportRecord[]> {
    const names = await readdir(this.#folder).catch(() => [])
    const read = await Promise.all(names.map((name) => this.#read(name).catch(() => undefined)))
    const at = ({ history }: ReportRecord) => history[0]?.at ?? ''
    return read.filter((one) => one !== undefined).sort((a, b) => at(b).localeCompare(at(a)))
  }

  /** Rejects with Problem 404 unknown_report. */
  async get(id: string): Promise<ReportRecord> {
    return this.#read(id).catch((cause: unknown) => {
      throw new Problem(404, 'unknown_report', '没有这份报告，请从报告列表中选择。', { cause })
    })
  }

  async findings(id: string): Promise<Findings> {
    return JSON.parse(await readFile(this.#path(id, 'findings.json'), 'utf8')) as Findings
  }

  /** The snapshot is pinned before `make` reads it under the new id; nothing stays where that rejects. */
  async create(
    { asOf, snapshot }: ReportOrder,
    make: (id: string) => Promise<{ record: ReportRecord; findings: Findings }>,
  ): Promise<ReportRecord> {
    const id = `${asOf.replaceAll('-', '')}-${randomBytes(4).toString('hex')}`
    await pin(this.#warehouse, snapshot, pinOf(id))
    try {
      const { record, findings } = await make(id)
      await writeDurably(this.#path(id, 'findings.json'), JSON.stringify(findings))
      await writeDurably(this.#path(id, 'report.json'), JSON.stringify(record, null, 1))
      return record
    } catch (error) {
      await unpin(this.#warehouse, snapshot, pinOf(id))
      throw error
    }
  }

  /** One change at a time; `change` gets what is stored now. Rejects with Problem 409 changed_meanwhile. */
  async change(
    id: string,
    revision: number,
    change: (record: ReportRecord) => ReportRecord | Promise<ReportRecord>,
  ): Promise<ReportRecord> {
    const work = this.#writing.then(async () => {
      const before = await this.get(id)
      if (before.revision !== revision)
        throw new Problem(
          409,
          'changed_meanwhile',
          '报告已被他人修改，请刷新页面，在新的版本上再改。',
        )
      const after = await change(before)
      await writeDurably(this.#path(id, 'report.json'), JSON.stringify(after, null, 1))
      return after
    })
    this.#writing = work.catch(() => undefined)
    return work
  }

  /** The document of a locked report and what its page shows: whoever builds sentences anew, these stay. */
  async keepLocked(id: string, document: Uint8Array, blocks: Block[]): Promise<void> {
    await writeDurably(this.#path(id, 'blocks.json'), JSON.stringify(blocks))
    await writeDurably(this.#path(id, 'report.docx'), document)
  }

  /** As it was locked; null of a report that was locked before this was kept. */
  async blocks(id: string): Promise<Block[] | null> {
    const path = this.#path(id, 'blocks.json')
    return existsSync(path) ? (JSON.parse(await readFile(path, 'utf8')) as Block[]) : null
  }

  async document(id: string): Promise<Uint8Array> {
    return readFile(this.#path(id, 'report.docx'))
  }

  async remove({ id, order }: ReportRecord): Promise<void> {
    await rm(join(this.#folder, checked(id)), { recursive: true })
    await unpin(this.#warehouse, order.snapshot, pinOf(id))
  }

  async #read(id: string): Promise<ReportRecord> {
    return reportRecord.parse(JSON.parse(await readFile(this.#path(id, 'report.json'), 'utf8')))
  }

  #path(id: string, file: string): string {
    return join(this.#folder, checked(id), file)
  }
}

function pinOf(id: string): string {
  return `report-${id}`
}

function checked(id: string): string {
  if (NAME.test(id)) return id
  throw new Problem(404, 'unknown_report', '没有这份报告，请从报告列表中选择。')
}
