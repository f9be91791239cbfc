import type { SubmittedFile } from '../manifest.ts'

/** What became of rows: read = standing + superseded + retracted + quarantined. */
type Fates = Pick<
  SubmittedFile,
  'rowsRead' | 'rowsStanding' | 'rowsSuperseded' | 'rowsRetracted' | 'rowsQuarantined'
>

type ExtractTotal = { extract: string; accepted: number; refused: number } & Fates

const FATES = [
  'rowsRead',
  'rowsStanding',
  'rowsSuperseded',
  'rowsRetracted',
  'rowsQuarantined',
] as const

/** The files of these units and extracts, the latest quarter first; within it by extract and path. */
export function filesBehind(
  files: SubmittedFile[],
  extracts: string[],
  units: string[],
): SubmittedFile[] {
  return files
    .filter(({ extract, unit }) => extracts.includes(extract ?? '') && units.includes(unit ?? ''))
    .toSorted(
      (a, b) => (b.quarter ?? '').localeCompare(a.quarter ?? '') || a.path.localeCompare(b.path),
    )
}

/** Files and rows by extract; a fate that an older dataset does not tell is null. */
export function totalsOf(files: SubmittedFile[], extracts: string[]): ExtractTotal[] {
  return extracts.map((extract) => {
    const own = files.filter((file) => file.extract === extract)
    const accepted = own.filter(({ fate }) => fate === 'accepted')
    const sums = Object.fromEntries(FATES.map((fate) => [fate, sumOf(accepted, fate)])) as Fates
    return { extract, accepted: accepted.length, refused: own.length - accepted.length, ...sums }
  })
}

function sumOf(files: SubmittedFile[], fate: keyof Fates): number | null {
  return files.reduce<number | null>((sum, file) => {
    const rows = file[fate]
    return sum === null || rows === null ? null : sum + rows
  }, 0)
}

/** A file as it is told: what became of its rows, and its hash. */
export function fileOf(file: SubmittedFile) {
  const { path, sha256, unit, quarter, extract, fate, reason, ...rest } = file
  const { rowsRead, rowsStanding, rowsSuperseded, rowsRetracted, rowsQuarantined } = rest
  const rows = { rowsRead, rowsStanding, rowsSuperseded, rowsRetracted, rowsQuarantined }
  return { path, sha256, unit, quarter, extract, fate, reason, ...rows }
}

/** The files that only one of two datasets is counted from; one whose content was exchanged is in both lists. */
export function exchangedFiles(before: SubmittedFile[], after: SubmittedFile[]) {
  const nameOf = ({ path, sha256 }: SubmittedFile) => `${path} ${sha256}`
  const without = (files: SubmittedFile[], others: SubmittedFile[]) => {
    const known = new Set(others.map(nameOf))
    return files.filter((file) => !known.has(nameOf(file))).map(fileOf)
  }
  return { removed: without(before, after), added: without(after, before) }
}
