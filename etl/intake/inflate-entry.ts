import { once } from 'node:events'
import { crc32, createInflateRaw } from 'node:zlib'

import { Markup } from './markup.ts'
import { Refusal } from './refusal.ts'

const most_ratio = 100
const free_bytes = 4 << 20
const chunk_bytes = 1 << 18

/** As the archive's own list has it. */
export interface Entry {
  name: string
  method: number
  flags: number
  checksum: number
  start: number
  packed: number
  isLink: boolean
}

export interface Inflated {
  bytes: number
  /** Start and end tags, where the entry is XML that a parser will read. */
  tags: number
  /** Cells that have a formula but not its value. */
  unvalued: number
}

/** Inflates an entry without keeping it. Throws a Refusal where it is unsafe to read or damaged. */
export async function inflateEntry(bytes: Buffer, entry: Entry, most: number): Promise<Inflated> {
  const packed = bytes.subarray(entry.start, entry.start + entry.packed)
  if (packed.length < entry.packed) throw notAWorkbook()
  const content = new Content(entry, most)
  if (entry.method === 0) content.take(packed, packed.length)
  else if (entry.method === 8) await inflate(packed, content)
  else throw notAWorkbook()
  return content.end()
}

async function inflate(packed: Buffer, content: Content): Promise<void> {
  const inflater = createInflateRaw({ chunkSize: chunk_bytes })
  inflater.on('data', (chunk: Buffer) => {
    try {
      content.take(chunk, inflater.bytesWritten)
    } catch (error) {
      inflater.destroy(error as Error)
    }
  })
  inflater.end(packed)
  try {
    await once(inflater, 'end')
  } catch (error) {
    throw error instanceof Refusal ? error : notAWorkbook()
  }
}

class Content {
  private bytes = 0
  private checksum = 0
  private readonly markup: Markup | null
  private readonly decoder = new TextDecoder('utf-8', { fatal: true })

  constructor(
    private readonly entry: Entry,
    private readonly most: number,
  ) {
    const isXml = /\.(xml|rels)$/i.test(entry.name) && !/^customXml\//i.test(entry.name)
    this.markup = isXml ? new Markup() : null
  }

  /** `read` is how many bytes have been inflated so far. */
  take(chunk: Buffer, read: number): void {
    this.bytes += chunk.length
    const swells = this.bytes > Math.max(free_bytes, read * most_ratio)
    if (swells || this.bytes > this.most) throw new Refusal('工作簿展开后大得不成比例（压缩炸弹）')
    this.checksum = crc32(chunk, this.checksum)
    if (this.markup) this.look(this.markup, chunk)
  }

  private look(markup: Markup, chunk: Buffer): void {
    try {
      this.decoder.decode(chunk, { stream: true })
    } catch {
      throw new Refusal('不是有效的 XLSX 工作簿：XML 不是 UTF-8')
    }
    markup.take(chunk)
  }

  end(): Inflated {
    if (this.checksum !== this.entry.checksum) throw new Refusal('工作簿已损坏（校验和不符）')
    this.markup?.end()
    return {
      bytes: this.bytes,
      tags: this.markup?.tags ?? 0,
      unvalued: this.markup?.cells.unvalued ?? 0,
    }
  }
}

export function notAWorkbook(): Refusal {
  return new Refusal('不是有效的 XLSX 工作簿，或文件被截断')
}
