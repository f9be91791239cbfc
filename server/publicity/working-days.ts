import { addDays, dayNumber, type Day } from '../progress/day.ts'

const NOTICE_DAYS = 5

/** 1970-01-01 was a Thursday. */
function isWeekend(day: Day): boolean {
  const weekday = (dayNumber(day) + 4) % 7
  return weekday === 0 || weekday === 6
}

/**
 * The first days from `from` on that are no Saturday or Sunday. Public holidays and the working weekends
 * exchanged for them are announced each year and not known here: whoever publishes checks the dates.
 */
export function weekdaysFrom(from: Day, count: number = NOTICE_DAYS): Day[] {
  const days: Day[] = []
  for (let day = from; days.length < count; day = addDays(day, 1))
    if (!isWeekend(day)) days.push(day)
  return days
}
