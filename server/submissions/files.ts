import type { SubmittedFile } from '../manifest.ts'

/** One file's fate: read = standing + quarantined + superseded + retracted. */
export type FileFate = SubmittedFile & { name: string }

/** A unit's files of one quarter, accepted and refused, by name. */
export function filesOf(files: SubmittedFile[], unit: string, quarter: string): FileFate[] {
  return files.filter((file) => file.unit === unit && file.quarter === quarter).map(fateOf)
}

/** All files of the extracts a unit ever sent, the latest quarter first. */
export function historyOf(files: SubmittedFile[], unit: string) {
  const own = files.filter((file) => file.unit === unit && file.quarter !== null)
  const extracts = [...new Set(own.flatMap(({ extract }) => extract ?? []))]
  return extracts.map((extract) => ({
    extract,
    files: own
      .filter((file) => file.extract === extract)
      .toSorted(latestFirst)
      .map(fateOf),
  }))
}

/** Files that lie in no unit's folder of a quarter: nobody's, so they are shown to all evaluators. */
export function misplacedFiles(files: SubmittedFile[]) {
  return files
    .filter(({ unit, quarter }) => unit === null || quarter === null)
    .map(({ path, reason }) => ({ path, reason }))
}

function fateOf(file: SubmittedFile): FileFate {
  return { ...file, name: file.path.slice(file.path.lastIndexOf('/') + 1) }
}

function latestFirst(a: SubmittedFile, b: SubmittedFile): number {
  return (b.quarter ?? '').localeCompare(a.quarter ?? '') || a.path.localeCompare(b.path)
}
