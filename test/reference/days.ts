/** Days are text, YYYY-MM-DD: they compare as they are written. */
export type Day = string

const dayLength = 86_400_000

export function isDay(text: string): boolean {
  const milliseconds = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().slice(0, 10) === text
}

export function dayNumber(day: Day): number {
  return Date.parse(`${day}T00:00:00Z`) / dayLength
}

export function addDays(day: Day, count: number): Day {
  return new Date((dayNumber(day) + count) * dayLength).toISOString().slice(0, 10)
}

export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

export function earlier(one: Day, other: Day): Day {
  return one < other ? one : other
}

export function quarterOf(day: Day): string {
  return `${day.slice(0, 4)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`
}

export function lastDayOfQuarter(quarter: string): Day {
  const month = Number(quarter.slice(5)) * 3
  return new Date(Date.UTC(Number(quarter.slice(0, 4)), month, 0)).toISOString().slice(0, 10)
}

/** The same day of the year before; 29 February is set against the 28th. */
export function yearBefore(day: Day): Day {
  const moved = `${yearOf(day) - 1}${day.slice(4)}`
  return isDay(moved) ? moved : `${yearOf(day) - 1}-02-28`
}
