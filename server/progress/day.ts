import { remembered } from './remembered.ts'

/** A calendar day as ISO text, `YYYY-MM-DD`. Days compare as text. */
export type Day = string

/** A calendar quarter as text, `2018Q2`. */
export type Quarter = string

const MILLISECONDS = 86_400_000

/** Days since 1970-01-01, so that differences are whole days in every time zone. */
export const dayNumber: (day: Day) => number = remembered(
  (day) => Date.parse(`${day}T00:00:00Z`) / MILLISECONDS,
)

export const dayOf: (number: number) => Day = remembered((number) =>
  new Date(number * MILLISECONDS).toISOString().slice(0, 10),
)

export function addDays(day: Day, days: number): Day {
  return dayOf(dayNumber(day) + days)
}

/** Whole days from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from)
}

export const yearOf: (day: Day) => number = remembered((day) => Number(day.slice(0, 4)))

export function earlier(a: Day, b: Day): Day {
  return a < b ? a : b
}

/** The same day a year before; 29 February is set against the 28th. */
export const yearBefore: (day: Day) => Day = remembered((day) => {
  const monthDay = day.slice(5) === '02-29' ? '02-28' : day.slice(5)
  return `${yearOf(day) - 1}-${monthDay}`
})

export const quarterOf: (day: Day) => Quarter = remembered(
  (day) => `${yearOf(day)}Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`,
)

export function quarterEnd(quarter: Quarter): Day {
  const monthDays = ['03-31', '06-30', '09-30', '12-31']
  return `${quarter.slice(0, 4)}-${monthDays[Number(quarter.slice(5)) - 1] ?? '12-31'}`
}

export function nextQuarter(quarter: Quarter): Quarter {
  return quarterOf(addDays(quarterEnd(quarter), 1))
}

/** The latest last day of a quarter that is not after the day. Example: 2018-05-17 → 2018-03-31. */
export const lastQuarterEnd: (day: Day) => Day = remembered((day) => {
  const end = quarterEnd(quarterOf(day))
  if (end === day) return end
  const firstMonth = String(3 * Number(quarterOf(day).slice(5)) - 2).padStart(2, '0')
  return addDays(`${day.slice(0, 4)}-${firstMonth}-01`, -1)
})

/** The last days of the quarters that `from` to `to` touch, the last one possibly after `to`. */
export function quarterEnds(from: Day, to: Day): readonly Day[] {
  return endsFrom(from)(to)
}

const endsFrom = remembered((from: Day) =>
  remembered((to: Day): readonly Day[] => {
    const ends: Day[] = []
    for (let quarter = quarterOf(from); ; quarter = nextQuarter(quarter)) {
      ends.push(quarterEnd(quarter))
      if (quarterEnd(quarter) >= to) return ends
    }
  }),
)

/** How many quarters lie between two days; the part of a quarter begun counts by its days. */
export function quartersBetween(from: Day, to: Day): number {
  return quarterIndex(to) - quarterIndex(from)
}

const quarterIndex: (day: Day) => number = remembered((day) => {
  const end = quarterEnd(quarterOf(day))
  const year = yearOf(end)
  const quarter = Number(quarterOf(day).slice(5))
  const start = quarter === 1 ? `${year - 1}-12-31` : quarterEnd(`${year}Q${quarter - 1}`)
  return year * 4 + quarter - 1 + daysBetween(start, day) / daysBetween(start, end)
})
