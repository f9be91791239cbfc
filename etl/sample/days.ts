/** Days are counted from 1970-01-01; no clock and no time zone takes part. */
export const plan_start = dayOf(2016, 1, 1)
export const data_end = dayOf(2018, 6, 30)

export const quarters = [
  '2016Q1',
  '2016Q2',
  '2016Q3',
  '2016Q4',
  '2017Q1',
  '2017Q2',
  '2017Q3',
  '2017Q4',
  '2018Q1',
  '2018Q2',
] as const

export function dayOf(year: number, month: number, day: number): number {
  return Date.UTC(year, month - 1, day) / 86_400_000
}

export function parseDay(iso: string): number {
  return Date.parse(`${iso}T00:00:00Z`) / 86_400_000
}

/** First and last day of the quarter with this index in `quarters`. */
export function quarterSpan(index: number): [first: number, last: number] {
  const year = 2016 + Math.floor(index / 4)
  const month = (index % 4) * 3 + 1
  return [dayOf(year, month, 1), dayOf(year, month + 3, 1) - 1]
}

const first_days = quarters.map((_, index) => quarterSpan(index)[0])

/** The index in `quarters` of the quarter of a day; days before the plan belong to the first. */
export function quarterOf(day: number): number {
  let index = first_days.length - 1
  while (index > 0 && day < (first_days[index] ?? 0)) index--
  return index
}

export type DateStyle = 'iso' | 'compact' | 'slash' | 'chinese' | 'timed' | 'cell'

const styles: Record<DateStyle, (year: string, month: number, day: number) => string> = {
  iso: (y, m, d) => `${y}-${two(m)}-${two(d)}`,
  compact: (y, m, d) => `${y}${two(m)}${two(d)}`,
  slash: (y, m, d) => `${y}/${String(m)}/${String(d)}`,
  chinese: (y, m, d) => `${y}年${String(m)}月${String(d)}日`,
  timed: (y, m, d) => `${y}-${two(m)}-${two(d)} 00:00:00`,
  cell: (y, m, d) => `${y}-${two(m)}-${two(d)}`,
}

const tables = new Map<DateStyle, string[]>()
const table_start = dayOf(1915, 1, 1)

/** The text of a day in one of the accepted forms; remembered, for it is asked a million times. */
export function dayText(day: number, style: DateStyle): string {
  let table = tables.get(style)
  if (!table) tables.set(style, (table = []))
  const at = day - table_start
  return (table[at] ??= writeDay(day, style))
}

function writeDay(day: number, style: DateStyle): string {
  const date = new Date(day * 86_400_000)
  return styles[style](String(date.getUTCFullYear()), date.getUTCMonth() + 1, date.getUTCDate())
}

function two(value: number): string {
  return value < 10 ? `0${String(value)}` : String(value)
}
