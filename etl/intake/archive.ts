import { createInflateRaw } from 'node:zlib'
import { once } from 'node:events'

import { Refusal } from './refusal.ts'

const most_entries = 2_000
const most_ratio = 250
const free_bytes = 16 << 20
const most_bytes = 2_000_000_000

interface Entry {
  name: string
  method: number
  flags: number
  start: number
  packed: number
}

/**
 * Throws a Refusal for a workbook whose archive is unsafe to open: too many entries, names that leave
 * it, encrypted entries, macros, or content that swells out of all proportion (counted while inflating,
 * not as declared).
 */
export async function refuseArchive(bytes: Buffer): Promise<void> {
  if (bytes.length < 22) throw notAWorkbook()
  if (bytes.readUInt32BE(0) === 0xd0cf11e0) throw new Refusal('工作簿有密码或为旧式 XLS，无法读取')
  const entries = entriesOf(bytes)
  if (entries.some(({ name }) => /(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-z]:|\0/i.test(name))) {
    throw new Refusal('工作簿的压缩包含有越出自身的路径')
  }
  if (entries.some(({ name }) => /vbaProject\.bin$/i.test(name))) throw new Refusal('工作簿含有宏')
  if (entries.some(({ flags }) => (flags & 1) === 1)) throw new Refusal('工作簿有密码，无法读取')
  let total = 0
  for (const entry of entries) {
    total += await inflatedBytes(bytes, entry)
    if (total > most_bytes) throw swollen()
  }
}

function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > bytes.length) throw notAWorkbook()
  const count = bytes.readUInt16LE(end + 10)
  if (count > most_entries) throw new Refusal(`工作簿的压缩包有 ${count} 个条目，过多`)
  const entries: Entry[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let index = 0; index < count; index += 1) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw notAWorkbook()
    entries.push(entryAt(bytes, at))
    at +=
      46 + bytes.readUInt16LE(at + 28) + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32)
  }
  return entries
}

function entryAt(bytes: Buffer, at: number): Entry {
  const local = bytes.readUInt32LE(at + 42)
  if (local + 30 > bytes.length) throw notAWorkbook()
  return {
    name: bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)),
    method: bytes.readUInt16LE(at + 10),
    flags: bytes.readUInt16LE(at + 8),
    packed: bytes.readUInt32LE(at + 20),
    start: local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28),
  }
}

async function inflatedBytes(bytes: Buffer, entry: Entry): Promise<number> {
  if (entry.method === 0) return entry.packed
  if (entry.method !== 8) throw notAWorkbook()
  const most = Math.max(free_bytes, entry.packed * most_ratio)
  const inflate = createInflateRaw()
  let total = 0
  inflate.on('data', (chunk: Buffer) => {
    total += chunk.length
    if (total > most) inflate.destroy(swollen())
  })
  inflate.end(bytes.subarray(entry.start, entry.start + entry.packed))
  try {
    await once(inflate, 'end')
  } catch (error) {
    throw error instanceof Refusal ? error : notAWorkbook()
  }
  return total
}

function swollen(): Refusal {
  return new Refusal('工作簿展开后大得不成比例（压缩炸弹）')
}

function notAWorkbook(): Refusal {
  return new Refusal('不是有效的 XLSX 工作簿，或文件被截断')
}
