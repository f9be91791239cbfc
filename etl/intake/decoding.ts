import { closeSync, openSync, readSync } from 'node:fs'

import { looksLikeBig5 } from './big5.ts'
import { Refusal } from './refusal.ts'

export type Encoding = 'utf-8' | 'gb18030' | 'utf-16le' | 'utf-16be'

/** One file is read at a time, so that one buffer serves them all. */
const buffer = Buffer.allocUnsafe(4 << 20)

/**
 * The text of a file in pieces, in the encoding its first piece is in, byte order mark left out.
 * Throws a Refusal where a piece fits none of UTF-8, GB18030 and UTF-16, or not that of the first.
 */
export function* readText(path: string): Generator<{ text: string; encoding: Encoding }> {
  let decoder: TextDecoder | null = null
  for (const { bytes, encoding } of readBytes(path)) {
    decoder ??= new TextDecoder(encoding, { fatal: true })
    yield { text: decode(decoder, bytes.length > 0 ? bytes : undefined), encoding }
  }
}

/**
 * The bytes of a file in pieces, with the encoding the first is in; the last piece is empty. A piece is
 * gone with the next. Throws a Refusal where the first fits no encoding that is read.
 */
export function* readBytes(path: string): Generator<{ bytes: Buffer; encoding: Encoding }> {
  const handle = openSync(path, 'r')
  try {
    let bytes = buffer.subarray(0, readSync(handle, buffer))
    const encoding = detectEncoding(bytes)
    yield { bytes, encoding }
    while (bytes.length > 0) {
      bytes = buffer.subarray(0, readSync(handle, buffer))
      yield { bytes, encoding }
    }
  } finally {
    closeSync(handle)
  }
}

function decode(decoder: TextDecoder, bytes?: Buffer): string {
  try {
    return bytes ? decoder.decode(bytes, { stream: true }) : decoder.decode()
  } catch {
    throw new Refusal(`文件不是完整的 ${decoder.encoding} 文本：编码混杂、被截断或已损坏`)
  }
}

/** Throws a Refusal where the bytes fit no encoding that is read. */
export function detectEncoding(bytes: Uint8Array): Encoding {
  const marked = byMark(bytes)
  if (marked) return marked
  const sample = bytes.subarray(0, 1 << 16)
  const wide = byZeroBytes(sample)
  if (wide) return wide
  if (fits('utf-8', sample)) return 'utf-8'
  if (looksLikeBig5(sample)) throw new Refusal('文件的编码像是 Big5，请另存为 UTF-8 后重新报送')
  if (fits('gb18030', sample)) return 'gb18030'
  throw new Refusal('文件的编码不是 UTF-8、GB18030 或 UTF-16')
}

function byMark([first, second, third]: Uint8Array): Encoding | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/** Commas and line ends in UTF-16 leave zero bytes, at odd places if the low byte comes first. */
function byZeroBytes(sample: Uint8Array): Encoding | null {
  let [even, odd] = [0, 0]
  sample.forEach((byte, at) => {
    if (byte !== 0) return
    if (at % 2 === 0) even += 1
    else odd += 1
  })
  if (even + odd < 4) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

function fits(encoding: Encoding, sample: Uint8Array): boolean {
  try {
    new TextDecoder(encoding, { fatal: true }).decode(sample, { stream: true })
    return true
  } catch {
    return false
  }
}
