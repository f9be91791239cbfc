import { extensionless, type FoundFile } from './inbox.ts'

/**
 * When each file was submitted, as a number: by quarter, then by name without extension, runs of digits
 * compared as numbers. Files of different units that compare equal have the same number; those of one
 * unit differ, by extension.
 */
export function submittedOrders(files: readonly FoundFile[]): number[] {
  const order = files.map((_, index) => index).sort((a, b) => compare(files[a], files[b]))
  const orders = files.map(() => 0)
  let rank = 0
  let before: FoundFile | undefined
  const sameUnit = new Map<string, number>()
  for (const index of order) {
    const file = files[index]
    if (before && compare(before, file) !== 0) {
      rank += 1
      sameUnit.clear()
    }
    const unit = file?.unit ?? ''
    const twin = sameUnit.get(unit) ?? 0
    sameUnit.set(unit, twin + 1)
    orders[index] = rank * (files.length + 1) + twin
    before = file
  }
  return orders
}

function compare(a: FoundFile | undefined, b: FoundFile | undefined): number {
  if (!a || !b) return 0
  const [first, second] = [a.quarter ?? '', b.quarter ?? '']
  if (first !== second) return first < second ? -1 : 1
  return compareNames(extensionless(a.path), extensionless(b.path))
}

/** A name for a further file of the extract after the paths: `training`, or the number after the last one's. */
export function nameAfter(paths: readonly string[], extract: string, form: string): string {
  const stems = paths.map(extensionless).filter((stem) => stem.toLowerCase().startsWith(extract))
  const last = stems.toSorted(compareNames).at(-1)
  if (last === undefined) return `${extract}.${form}`
  const [, head = last, number = '1'] = /^(.*?)-?(\d{1,9})?$/u.exec(last) ?? []
  return `${head}-${String(Number(number) + 1).padStart(2, '0')}.${form}`
}

/** `training` before `training-02` before `training-10`. */
export function compareNames(a: string, b: string): number {
  const [first, second] = [runs(a), runs(b)]
  for (let at = 0; at < Math.max(first.length, second.length); at += 1) {
    const difference = compareRuns(first[at], second[at])
    if (difference !== 0) return difference
  }
  return 0
}

function runs(name: string): string[] {
  return name.match(/\d+|\D+/g) ?? []
}

function compareRuns(a: string | undefined, b: string | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? -1 : 1
  if (/^\d/.test(a) && /^\d/.test(b)) {
    const [first, second] = [BigInt(a), BigInt(b)]
    return first === second ? 0 : first < second ? -1 : 1
  }
  return a === b ? 0 : a < b ? -1 : 1
}
