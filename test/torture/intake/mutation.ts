import type { Dice } from '../../differential/dice.ts'

const tokens = [
  '"',
  '""',
  ',',
  '\n',
  '\r',
  '\r\n',
  '\0',
  '\ufeff',
  '　',
  '１',
  '-',
  '无',
  '合计',
  '作废',
]
const other = [
  '=1+1',
  '1e9',
  '99999999999999999999',
  '%',
  '万',
  '\u202e',
  '\ufffd',
  '"\n',
  ',,,,,,,,',
]
const texts = [...tokens, ...other]
const rawBytes = [0x00, 0x80, 0xff, 0xfe, 0xa3, 0x81, 0x30, 0x22, 0x2c, 0x0a, 0x0d]

/** The bytes with one to four faults: turned, cut out, doubled, moved, put in, or cut off. */
export function mutatedBytes(bytes: Buffer, dice: Dice): Buffer {
  let result = bytes
  for (let count = 1 + dice.below(4); count > 0; count -= 1) result = mutatedOnce(result, dice)
  return result
}

/** The text with one to six faults between its characters, which leave the encoding whole. */
export function mutatedText(text: string, dice: Dice): string {
  let result = text
  for (let count = 1 + dice.below(6); count > 0; count -= 1) {
    const at = dice.below(result.length + 1)
    const length = dice.chance(0.9) ? dice.below(3) : dice.below(60)
    const [before, after] = [result.slice(0, at), result.slice(at)]
    const put = dice.one([dice.one(texts), after.slice(0, 2 * length), String(dice.below(100)), ''])
    result = before + put + after.slice(dice.chance(0.5) ? length : 0)
  }
  return result
}

function mutatedOnce(bytes: Buffer, dice: Dice): Buffer {
  const at = dice.below(bytes.length + 1)
  const length = dice.chance(0.8) ? 1 + dice.below(4) : dice.below(200)
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)]
  const kind = dice.below(7)
  if (kind === 0) return Buffer.concat([before, turned(after, dice)])
  if (kind === 1) return Buffer.concat([before, after.subarray(length)])
  if (kind === 2) return Buffer.concat([before, after.subarray(0, length), after])
  if (kind === 3) return Buffer.concat([before, Buffer.from(dice.one(texts)), after])
  if (kind === 4) return Buffer.concat([before, Buffer.from([dice.one(rawBytes)]), after])
  if (kind === 5) return Buffer.concat([after.subarray(0, length), before, after.subarray(length)])
  return dice.chance(0.2) ? before : Buffer.concat([before, after.subarray(1)])
}

function turned(bytes: Buffer, dice: Dice): Buffer {
  if (bytes.length === 0) return bytes
  const copy = Buffer.from(bytes)
  copy[0] = (copy[0] ?? 0) ^ (1 << dice.below(8))
  return copy
}
