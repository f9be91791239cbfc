let table: Uint16Array | undefined

/** Text of ASCII and Chinese characters as GB18030. Throws on a character beyond its two-byte part. */
export function encodeGb18030(text: string): Buffer {
  table ??= twoByteTable()
  const out = Buffer.allocUnsafe(text.length * 2)
  let length = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (unit < 128) {
      out[length++] = unit
      continue
    }
    const pair = table[unit] ?? 0
    if (pair === 0) throw new Error(`No two-byte GB18030 code for ${text.charAt(i)}`)
    out[length++] = pair >> 8
    out[length++] = pair & 255
  }
  return out.subarray(0, length)
}

function twoByteTable(): Uint16Array {
  const decoder = new TextDecoder('gb18030')
  const codes = new Uint16Array(65536)
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue
      const text = decoder.decode(Uint8Array.of(lead, trail))
      if (text.length === 1 && text !== '\ufffd') codes[text.charCodeAt(0)] = (lead << 8) | trail
    }
  }
  return codes
}
