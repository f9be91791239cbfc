import type { CellValue } from 'hucre'

/** From here on a number in a cell no longer has all its digits. */
const inexact = 1e15

/**
 * A cell of a workbook as text. A date cell becomes YYYY-MM-DD, with its time where it has one; a number
 * of more than 15 digits keeps the form 1.10105194912310E+19, by which it is known to have lost some.
 */
export function cellText(value: CellValue): string {
  if (value === null) return ''
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  if (typeof value === 'number' && Math.abs(value) >= inexact) return scientific(value)
  if (!(value instanceof Date)) return String(value)
  if (Number.isNaN(value.getTime())) return '#VALUE!'
  const [day = '', time = ''] = value.toISOString().split('T')
  return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 8)}`
}

function scientific(value: number): string {
  return value.toExponential(14).toUpperCase()
}
