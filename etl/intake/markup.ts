import { Refusal } from './refusal.ts'

const longest_token = 1 << 20
const close_bracket = 0x5d
const [less, greater, slash, mark, question, minus, bracket, quote, apostrophe] =
  Buffer.from('<>/!?-["\'')
const [c, f, t, v, equals] = Buffer.from('cftv=')
const space = 0x20

type Inside =
  'text' | 'start' | 'tag' | 'close' | 'instruction' | 'declaration' | 'comment' | 'data'

/**
 * Looks over one XML part of a workbook while it is inflated, before any parser sees it. Throws a Refusal
 * for a document type (entities), for markup or text longer than a workbook has, and where it is cut.
 */
export class Markup {
  tags = 0
  readonly cells = new FormulaCells()
  private inside: Inside = 'text'
  private length = 0
  /** The elements that are open, by a hash of their names. */
  private readonly open: number[] = []
  private name = 0
  private inName = false
  private quoted = 0
  private before = 0
  private beforeThat = 0

  take(chunk: Buffer): void {
    for (let at = 0; at < chunk.length;) {
      at = this.inside === 'text' ? this.text(chunk, at) : this.markup(chunk, at)
      if (this.length > longest_token)
        throw new Refusal('不是有效的 XLSX 工作簿：有过长的标记或文字')
    }
  }

  end(): void {
    if (this.inside === 'text' && this.open.length === 0 && this.tags > 0) return
    throw new Refusal('不是有效的 XLSX 工作簿：XML 不完整，文件被截断或已损坏')
  }

  private text(chunk: Buffer, at: number): number {
    let end = at
    // Texts are short: to search one natively takes longer to begin than to do.
    while (end < chunk.length && chunk[end] !== less) end += 1
    if (end > at) this.cells.text()
    this.length += end - at
    if (end === chunk.length) return end
    this.inside = 'start'
    this.length = 0
    return end + 1
  }

  /** Goes on to the end of the markup, or of the chunk. */
  private markup(chunk: Buffer, from: number): number {
    for (let at = from; at < chunk.length; at += 1) {
      const byte = chunk[at] ?? 0
      const isEnd = this.read(byte)
      this.beforeThat = this.before
      this.before = byte
      this.length += 1
      if (!isEnd) continue
      this.inside = 'text'
      this.length = 0
      return at + 1
    }
    return chunk.length
  }

  /** Whether the markup ends with this byte. */
  private read(byte: number): boolean {
    if (this.inside === 'tag') return this.inTag(byte)
    if (this.inside === 'start') this.begin(byte)
    else if (this.inside === 'declaration') this.declare(byte)
    else return this.isEnd(byte)
    return false
  }

  private begin(byte: number): void {
    this.quoted = 0
    if (byte === mark) this.inside = 'declaration'
    else if (byte === question) this.inside = 'instruction'
    else {
      this.inside = byte === slash ? 'close' : 'tag'
      this.tags += 1
      this.name = byte === slash ? 0 : byte
      this.inName = true
    }
  }

  private declare(byte: number): void {
    if (byte === minus) this.inside = 'comment'
    else if (byte === bracket) this.inside = 'data'
    else throw new Refusal('不是有效的 XLSX 工作簿：XML 含有文档类型声明（实体）')
  }

  private readName(byte: number): void {
    if (byte <= space || byte === slash || byte === greater) this.inName = false
    else this.name = (Math.imul(this.name, 31) + byte) | 0
  }

  private isEnd(byte: number): boolean {
    if (this.inName) this.readName(byte)
    if (byte !== greater) return false
    if (this.inside === 'instruction') return this.before === question
    if (this.inside === 'close') {
      if (this.length === 2 && this.before === c) this.cells.close()
      if (this.open.pop() !== this.name) throw broken()
      return true
    }
    const last = this.inside === 'comment' ? minus : close_bracket
    return this.before === last && this.beforeThat === last
  }

  private inTag(byte: number): boolean {
    if (this.quoted !== 0) {
      if (byte === this.quoted) this.quoted = 0
      return false
    }
    if (this.inName) this.readName(byte)
    if (byte === less) throw broken()
    if (byte === quote || byte === apostrophe) this.quoted = byte
    if (this.length === 1 && (byte === space || byte === greater)) this.cells.open(this.before)
    if (byte === equals && this.before === t && this.beforeThat === space) this.cells.typed()
    if (byte !== greater) return false
    if (this.before !== slash) this.open.push(this.name)
    return true
  }
}

/** Counts the cells that have a formula but not its value, as programs leave them that are no spreadsheet. */
class FormulaCells {
  unvalued = 0
  private formula = false
  private value = false
  private type = false
  private last = 0

  open(name: number): void {
    this.last = name
    if (name === c) this.formula = this.value = this.type = false
    else if (name === f) this.formula = true
    else if (name === v && this.type) this.value = true
  }

  typed(): void {
    if (this.last === c) this.type = true
  }

  text(): void {
    if (this.last === v) this.value = true
  }

  close(): void {
    if (this.formula && !this.value) this.unvalued += 1
    this.formula = false
    this.last = 0
  }
}

function broken(): Refusal {
  return new Refusal('不是有效的 XLSX 工作簿：XML 已损坏')
}
