/** The extracts that a province-level unit sends. */
export const EXTRACTS = [
  'registration',
  'employment',
  'training',
  'service',
  'levy_filing',
  'placement',
  'levy_ledger',
  'institution',
  'target',
  'milestone',
] as const

export const FORMS = ['csv', 'xlsx', 'parquet'] as const

/** What a file is by its ending; null where it is none that is read. */
export function formOf(name: string): string | null {
  const ending = name.slice(name.lastIndexOf('.') + 1).toLowerCase()
  return FORMS.find((form) => form === ending) ?? null
}

/** The extract that a file's name begins with, or whose Chinese name it holds; null where none. */
export function extractOf(name: string, wordsOf: (extract: string) => string): string | null {
  const lower = name.toLowerCase()
  const found = EXTRACTS.find(
    (extract) => lower.startsWith(extract) || name.includes(wordsOf(extract)),
  )
  return found ?? null
}
