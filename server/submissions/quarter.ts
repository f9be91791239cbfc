/** Quarters are text, `2018Q2`, and compare as text. */

export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

export function nextQuarter(quarter: string): string {
  const [year = '', number = ''] = quarter.split('Q')
  return number === '4' ? `${Number(year) + 1}Q1` : `${year}Q${Number(number) + 1}`
}

/** Every quarter from one to another, both included. */
export function quartersBetween(first: string, last: string): string[] {
  const found: string[] = []
  for (let quarter = first; quarter <= last; quarter = nextQuarter(quarter)) found.push(quarter)
  return found
}
