import { polyphonic } from 'pinyin-pro'

/** Of each character, itself and every way to read it, in lower case; ü as typed: v. */
type Readings = string[][]

const known = new Map<string, Readings>()

/** Names repeat from query to query: each is read once. */
function readingsOf(name: string): Readings {
  const found = known.get(name)
  if (found !== undefined) return found
  const spoken = polyphonic(name, { toneType: 'none', type: 'array' })
  const readings = Array.from(name.toLowerCase()).map((character, at) => [
    character,
    ...(spoken[at] ?? []).map((reading) => reading.toLowerCase().replaceAll('ü', 'v')),
  ])
  known.set(name, readings)
  return readings
}

function fits(readings: Readings, at: number, typed: string): boolean {
  if (typed === '') return true
  return (readings[at] ?? []).some(
    (reading) =>
      reading.startsWith(typed) ||
      (typed.startsWith(reading) && fits(readings, at + 1, typed.slice(reading.length))) ||
      (typed.startsWith(reading.slice(0, 1)) && fits(readings, at + 1, typed.slice(1))),
  )
}

/**
 * At which character what was typed begins in the name: as characters, full pinyin, initials or a mix
 * of them; −1 where it does not. Characters with several readings fit by any of them.
 * Example: 广东省 begins at 0 with 广东, guangdong, guangd, gds; 东 and dong at 1.
 */
export function foundAt(name: string, typed: string): number {
  const readings = readingsOf(name)
  return readings.findIndex((_, at) => fits(readings, at, typed))
}
