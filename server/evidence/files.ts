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
