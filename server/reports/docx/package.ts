import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'

/** Every entry of an archive that we write bears this time, in whatever zone the machine stands. */
export const ARCHIVE_TIME = new Date(1980, 0, 1)

const WRITTEN_AT = /(<dcterms:(created|modified)[^>]*>)[^<]*(<)/g

/**
 * The same archive with nothing in it that depends on when or where it was made: entries by name, one
 * time for all, and the document's own dates set to `day`.
 */
export function timeless(
  bytes: Uint8Array,
  day: string,
  add: Record<string, Uint8Array> = {},
): Uint8Array {
  const entries: Record<string, Uint8Array> = { ...unzippedAll(bytes, day), ...add }
  const sorted = renumbered(Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1)))
  return zipSync(Object.fromEntries(sorted), { mtime: ARCHIVE_TIME, level: 6 })
}

/** Relations named at random are numbered in the order in which they first turn up. */
const RANDOM_RELATION = /rId[\w-]{21}(?=")/g

function renumbered(entries: [string, Uint8Array][]): [string, Uint8Array][] {
  const numbers = new Map<string, string>()
  const number = (id: string) => {
    const known = numbers.get(id) ?? `rIdX${numbers.size + 1}`
    numbers.set(id, known)
    return known
  }
  return entries.map(([name, content]) => {
    if (!/\.(xml|rels)$/.test(name)) return [name, content]
    return [name, strToU8(strFromU8(content).replaceAll(RANDOM_RELATION, number))]
  })
}

function unzippedAll(bytes: Uint8Array, day: string): Record<string, Uint8Array> {
  const entries = unzipSync(bytes)
  return Object.fromEntries(
    Object.entries(entries)
      .filter(([name]) => !name.endsWith('/'))
      .map(([name, content]) => [
        name,
        isInner(name) ? timeless(content, day) : dated(name, content, day),
      ]),
  )
}

/** The workbook behind a chart is an archive of its own. */
function isInner(name: string): boolean {
  return name.endsWith('.xlsx')
}

function dated(name: string, content: Uint8Array, day: string): Uint8Array {
  if (name !== 'docProps/core.xml') return content
  return strToU8(strFromU8(content).replaceAll(WRITTEN_AT, `$1${day}T00:00:00Z$3`))
}
