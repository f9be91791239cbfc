/** A decimal number as an integer of 10 to the minus `places`; throws where it has more. */
export function exactly(text: string, places: number): bigint {
  const [, sign, whole = '0', part = ''] = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (sign === undefined || part.length > places) throw new Error(`${text}: not ${places} places`)
  const digits = BigInt(whole + part.padEnd(places, '0'))
  return sign === '-' ? -digits : digits
}

/** Rounded half up by its size, so that an amount and its negative round alike. */
export function dividedHalfUp(amount: bigint, by: bigint): bigint {
  const size = amount < 0n ? -amount : amount
  const rounded = (size + by / 2n) / by
  return amount < 0n ? -rounded : rounded
}
