const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const check_characters = '10X98765432'
const credit_alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const credit_weights = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]

/** The 18th character of a citizen number (GB 11643, ISO 7064 MOD 11-2). */
export function citizenCheck(first17: string): string {
  let total = 0
  for (let i = 0; i < 17; i++) total += (first17.charCodeAt(i) - 48) * (weights[i] ?? 0)
  return check_characters.charAt(total % 11)
}

/** The 18th character of a unified social credit code (GB 32100, modulus 31). */
export function creditCheck(first17: string): string {
  let total = 0
  for (let i = 0; i < 17; i++) {
    total += credit_alphabet.indexOf(first17.charAt(i)) * (credit_weights[i] ?? 0)
  }
  return credit_alphabet.charAt((31 - (total % 31)) % 31)
}

/**
 * Hands out citizen numbers of one county, none twice: three ranges of the sequence for people
 * who were first numbered here, in the partner county, and for those who later change province.
 */
export class Numbers {
  private readonly used = new Uint16Array(2 * 2 * 44_000)

  clear(): void {
    this.used.fill(0)
  }

  /** `day` counts from 1915-01-01 and must be below 44,000; `compact` is that day as YYYYMMDD. */
  next(address: string, day: number, compact: string, male: boolean, foreign: boolean): string {
    const slot = day * 4 + (male ? 2 : 0) + (foreign ? 1 : 0)
    const nth = this.used[slot] ?? 0
    this.used[slot] = nth + 1
    const step = foreign ? 331 + ((nth * 37 + day) % 101) : (nth * 37 + day) % 331
    return citizenNumber(address, compact, step, male)
  }
}

/** `step` is 0 to 497; the sequence is odd for men. */
export function citizenNumber(
  address: string,
  compact: string,
  step: number,
  male: boolean,
): string {
  const sequence = step * 2 + (male ? 1 : 2)
  const first17 = address + compact + String(1000 + sequence).slice(1)
  return first17 + citizenCheck(first17)
}

/** A valid unified social credit code; `serial` makes it unique within region and category. */
export function creditCode(category: string, region: string, serial: number): string {
  let body = ''
  for (let left = serial, i = 0; i < 9; i++) {
    body = credit_alphabet.charAt(left % 31) + body
    left = Math.floor(left / 31)
  }
  const first17 = category + region + body
  return first17 + creditCheck(first17)
}
