import { mkdir, open, readFile, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import { Problem } from '../problem.ts'
import { entry, type Entry } from './entry.ts'

const LINE_END = 0x0a

/**
 * The one owner of `inquiries/journal.jsonl` in the warehouse, outside of the snapshots: a line an
 * entry, appended and forced to disk before anybody is told that it is kept.
 */
export class Journal {
  readonly #file: FileHandle
  #size: number

  private constructor(file: FileHandle, size: number) {
    this.#file = file
    this.#size = size
  }

  /**
   * Opens it and reads what it holds. A last line that a crash cut off was never answered for: it is
   * cut away and told to `onFault`. Throws an Error naming the line that cannot be read.
   */
  static async open(
    warehouse: string,
    onFault: (error: unknown) => void,
  ): Promise<{ journal: Journal; entries: Entry[] }> {
    const folder = join(warehouse, 'inquiries')
    await mkdir(folder, { recursive: true })
    const path = join(folder, 'journal.jsonl')
    const file = await open(path, 'a', 0o600)
    await syncFolder(folder)
    const bytes = await readFile(path)
    const size = bytes.lastIndexOf(LINE_END) + 1
    if (size < bytes.length) {
      await file.truncate(size)
      onFault(new Error(`${path} 的最后一行不完整（写入时中断），已截去。`))
    }
    return { journal: new Journal(file, size), entries: read(path, bytes.subarray(0, size)) }
  }

  /** Resolves once the entry is on disk; after a failure nothing of it is left. */
  async append(kept: Entry): Promise<void> {
    const line = Buffer.from(`${JSON.stringify(kept)}\n`)
    await this.#requireAlone()
    try {
      await this.#file.writeFile(line)
      await this.#file.datasync()
      this.#size += line.length
    } catch (error) {
      await this.#file.truncate(this.#size)
      throw error
    }
  }

  async close(): Promise<void> {
    await this.#file.close()
  }

  async #requireAlone(): Promise<void> {
    const { size } = await this.#file.stat()
    if (size === this.#size) return
    const detail = '督办记录正被另一个服务进程写入，本次没有保存；请告知管理员只保留一个服务。'
    throw new Problem(503, 'written_elsewhere', detail)
  }
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  await handle.sync().finally(() => handle.close())
}

function read(path: string, bytes: Buffer): Entry[] {
  const lines = bytes.toString('utf8').split('\n').slice(0, -1)
  return lines.map((line, at) => {
    try {
      return entry.parse(JSON.parse(line))
    } catch (cause) {
      const sentence = `${path} 第 ${at + 1} 行不是督办记录，请从备份恢复该行后再启动。`
      throw new Error(sentence, { cause })
    }
  })
}
