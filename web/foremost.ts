import type { TFunction } from 'i18next'

/** More names than this are told as a number. */
export const MOST_NAMED = 4

export interface Foremost<T> {
  /** The first in order, the ties of the last among them too; none where the first of all are too many ties. */
  named: T[]
  /** How many share the first place. */
  tied: number
}

/** The first in ascending order of a value, no one of several ties alone. Rows without a value are left out. */
export function foremost<T>(
  rows: readonly T[],
  valueOf: (row: T) => number | null,
  { wanted = 1, most = MOST_NAMED }: { wanted?: number; most?: number } = {},
): Foremost<T> {
  const ordered = rows
    .flatMap((row) => {
      const value = valueOf(row)
      return value === null ? [] : [{ row, value }]
    })
    .sort((a, b) => a.value - b.value)
  const tied = ordered.filter(({ value }) => value === ordered[0]?.value).length
  const isCut = (at: number) => ordered[at - 1]?.value === ordered[at]?.value
  let end = Math.min(wanted, ordered.length)
  while (end < ordered.length && isCut(end)) end += 1
  if (end > most) end = Math.min(wanted, ordered.length)
  while (end > 0 && end < ordered.length && isCut(end)) end -= 1
  return { named: ordered.slice(0, end).map(({ row }) => row), tied }
}

/** 甲、乙和丙; of more than a few only how many they are, by a message with a count. */
export function namesOrCount(
  t: TFunction,
  language: string,
  names: readonly string[],
  counted: string,
): string {
  if (names.length > MOST_NAMED) return t(counted, { count: names.length })
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names)
}
