import {
  addQuarters,
  endOfQuarter,
  formatISO,
  isAfter,
  parseISO,
  getQuarter,
  getYear,
} from 'date-fns'

export interface QuarterEnd {
  day: string
  quarter: string
}

function quarterEnd(date: Date): QuarterEnd {
  const end = endOfQuarter(date)
  return {
    day: formatISO(end, { representation: 'date' }),
    quarter: `${getYear(end)}Q${getQuarter(end)}`,
  }
}

/** The quarter ends from the plan's start to the data's own day, latest first; at least one. */
export function quarterEnds(from: string, to: string): QuarterEnd[] {
  const last = endOfQuarter(parseISO(to))
  const found: QuarterEnd[] = []
  for (let at = last; !isAfter(parseISO(from), at); at = endOfQuarter(addQuarters(at, -1))) {
    found.push(quarterEnd(at))
  }
  return found.length > 0 ? found : [quarterEnd(last)]
}
