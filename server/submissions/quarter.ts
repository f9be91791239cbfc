import type { SubmittedFile } from '../manifest.ts'

/** Quarters are text, `2018Q2`, and compare as text. */

export function quarterOf(day: string): string {
  return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

function nextQuarter(quarter: string): string {
  const [year = '', number = ''] = quarter.split('Q')
  return number === '4' ? `${Number(year) + 1}Q1` : `${year}Q${Number(number) + 1}`
}

/** Every quarter from one to another, both included. */
function quartersBetween(first: string, last: string): string[] {
  const found: string[] = []
  for (let quarter = first; quarter <= last; quarter = nextQuarter(quarter)) found.push(quarter)
  return found
}

/** The quarters from the first that any file was sent for to that of the as-of day. */
export function quartersOf(files: SubmittedFile[], last: string): string[] {
  const sent = files.flatMap(({ quarter, unit }) => (quarter && unit ? [quarter] : []))
  const first = sent.reduce((least, quarter) => (quarter < least ? quarter : least), last)
  return quartersBetween(first, last)
}

/** The quarters that files may be sent for: those there are, and the next if it has begun. */
export function openQuarters(files: SubmittedFile[], last: string): string[] {
  const next = nextQuarter(last)
  const today = quarterOf(new Date().toISOString().slice(0, 10))
  return [...quartersOf(files, last), ...(next <= today ? [next] : [])]
}
