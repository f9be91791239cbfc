/** A decimal number as an integer of 10 to the minus `places`; throws where it has more. */
export function exactly(text: string, places: number): bigint {
  const [, sign, whole = '0', part = ''] = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text) ?? []
  if (sign === undefined || part.length > places) throw new Error(`${text}: not ${places} places`)
  const digits = BigInt(whole + part.padEnd(places, '0'))
  return sign === '-' ? -digits : digits
}

/** Rounded half up, also below 0: half goes towards the larger number. */
export function dividedHalfUp(amount: bigint, by: bigint): bigint {
  const doubled = 2n * amount + by
  const towardsZero = doubled / (2n * by)
  return doubled < 0n && doubled % (2n * by) !== 0n ? towardsZero - 1n : towardsZero
}
