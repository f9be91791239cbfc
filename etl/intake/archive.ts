import { Refusal } from './refusal.ts'
import { inflateEntry, notAWorkbook, type Entry } from './inflate-entry.ts'

const most_entries = 2_000
const most_bytes = 1_000_000_000
/** More than a million different texts, for which a parser would need too much memory. */
const most_tags = 4_000_000
const unset = 0xffffffff

/**
 * Looks a workbook's archive over before anything is read from it; answers its size when inflated, in
 * bytes. Throws a Refusal where it is unsafe to open: too many entries, names that leave it, encrypted
 * entries, macros, entities, or content that swells out of all proportion (counted while inflating, not
 * as declared); and where it is cut or damaged.
 */
export async function refuseArchive(bytes: Buffer): Promise<number> {
  if (bytes.length < 22) throw notAWorkbook()
  if (bytes.readUInt32BE(0) === 0xd0cf11e0) throw new Refusal('工作簿有密码或为旧式 XLS，无法读取')
  const entries = entriesOf(bytes)
  for (const entry of entries) refuseEntry(entry)
  if (sum(entries.map(({ packed }) => packed)) > bytes.length) {
    throw new Refusal('工作簿的压缩包条目互相重叠')
  }
  let [total, tags] = [0, 0]
  for (const entry of entries) {
    const found = await inflateEntry(bytes, entry, most_bytes - total)
    total += found.bytes
    if (!isSheet(entry)) tags += found.tags
    if (tags > most_tags) throw new Refusal('工作簿的文字过多，请分成几个文件或改用 CSV')
    if (found.unvalued > 0 && isSheet(entry)) throw unvalued(found.unvalued)
  }
  return total
}

function refuseEntry({ name, flags, packed, isLink }: Entry): void {
  if (isLink) throw new Refusal('工作簿的压缩包含有符号链接')
  if (/(^|[/\\])\.\.([/\\]|$)|^[/\\]|^[a-z]:|\0/i.test(name)) {
    throw new Refusal('工作簿的压缩包含有越出自身的路径')
  }
  if (/vbaProject\.bin$/i.test(name)) throw new Refusal('工作簿含有宏')
  if ((flags & 1) === 1) throw new Refusal('工作簿有密码，无法读取')
  if (packed === unset || (packed === 0 && (flags & 8) === 8 && !name.endsWith('/'))) {
    throw notAWorkbook()
  }
}

/** The entries of the archive's own list, as the parser will read them. */
function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (end < 0 || end + 22 > bytes.length) throw notAWorkbook()
  const count = bytes.readUInt16LE(end + 10)
  if (count > most_entries) throw new Refusal(`工作簿的压缩包有 ${count} 个条目，过多`)
  if (bytes.readUInt32LE(end + 12) === unset) throw notAWorkbook()
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
  if (local + 30 > bytes.length || bytes.readUInt32LE(local) !== 0x04034b50) throw notAWorkbook()
  return {
    name: bytes.toString('utf8', at + 46, at + 46 + bytes.readUInt16LE(at + 28)),
    flags: bytes.readUInt16LE(at + 8),
    method: bytes.readUInt16LE(at + 10),
    checksum: bytes.readUInt32LE(at + 16),
    packed: bytes.readUInt32LE(at + 20),
    isLink: bytes.readUInt16LE(at + 40) >> 12 === 0o12,
    start: local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28),
  }
}

function isSheet({ name }: Entry): boolean {
  return name.startsWith('xl/worksheets/')
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}

function unvalued(cells: number): Refusal {
  return new Refusal(
    `工作簿有 ${cells} 个公式单元格没有计算结果，请在电子表格软件中打开并保存，或粘贴为数值`,
  )
}
