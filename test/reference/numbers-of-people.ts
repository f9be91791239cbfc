import { isDay } from './days.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checkCharacters = '10X98765432'

/** GB 11643: the eighteenth character of a citizen number. */
export function citizenCheck(number: string): string {
  let sum = 0
  for (const [place, weight] of weights.entries()) sum += Number(number[place]) * weight
  return checkCharacters[sum % 11]!
}

/** 20 characters, or 22 with a re-issue suffix; the citizen number must hold in itself. */
export function isCertificate(text: string): boolean {
  if (!/^\d{17}[\dX][1-7][1-4](B\d)?$/.test(text)) return false
  return isDay(birthDateIn(text)) && citizenCheck(text) === text[17]
}

export function isMilitary(text: string): boolean {
  return /^军.+$/.test(text)
}

export function birthDateIn(certificate: string): string {
  return `${certificate.slice(6, 10)}-${certificate.slice(10, 12)}-${certificate.slice(12, 14)}`
}

export function sexIn(certificate: string): string {
  return Number(certificate[16]) % 2 === 1 ? '男' : '女'
}

/** Type and grade change on re-assessment; the first eighteen characters do not. */
export function personOf(certificate: string): string {
  return certificate.slice(0, 18)
}

const creditCharacters = '0123456789ABCDEFGHJKLMNPQRTUWXY'

/** GB 32100: the eighteenth character of a unified social credit code; none where it has no such form. */
export function creditCheck(code: string): string | undefined {
  let sum = 0
  let weight = 1
  for (const character of code.slice(0, 17)) {
    const value = creditCharacters.indexOf(character)
    if (value < 0) return undefined
    sum += value * weight
    weight = (weight * 3) % 31
  }
  return creditCharacters[(31 - (sum % 31)) % 31]
}

export function isCreditCode(text: string): boolean {
  return text.length === 18 && creditCheck(text) === text[17]
}
