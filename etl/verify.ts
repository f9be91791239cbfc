import { type Content, contentOf } from './content.ts'
import { openDatabase } from './database.ts'
import { currentId, type Fault, faultsIn, manifestOf, martsOf, snapshotIds } from './published.ts'

/**
 * Reads a snapshot (the current one without an id) again and holds it against its manifest: the hash of
 * every file, then the rows and the hash of every table. Answers what differs; throws an Error where
 * there is no such snapshot.
 */
export async function verify(
  warehouse: string,
  wanted?: string,
): Promise<{ id: string; faults: Fault[] }> {
  const id = wanted ?? currentId(warehouse)
  const ids = snapshotIds(warehouse)
  if (id === null || !ids.includes(id)) {
    throw new Error(`${String(id)} is no snapshot of ${warehouse}: expected ${ids.join(', ')}`)
  }
  const faults = await faultsIn(warehouse, id)
  if (faults.length > 0) return { id, faults }
  return { id, faults: await tableFaults(warehouse, id) }
}

async function tableFaults(warehouse: string, id: string): Promise<Fault[]> {
  const path = martsOf(warehouse, id)
  const expected = new Map(
    manifestOf(warehouse, id)?.content?.tables.map((one) => [one.table, told(one)]),
  )
  const found = new Map((await readOnly(path)).tables.map((one) => [one.table, told(one)]))
  return [...new Set([...expected.keys(), ...found.keys()])]
    .map((table) => ({
      file: `${path}, table ${table}`,
      expected: expected.get(table) ?? 'no such table',
      found: found.get(table) ?? 'no such table',
    }))
    .filter((fault) => fault.expected !== fault.found)
}

function told({ rows, hash, columns }: Content['tables'][number]): string {
  return `${rows} rows, hash ${hash}, columns ${columns.join(', ')}`
}

async function readOnly(path: string): Promise<Content> {
  const { connection, close } = await openDatabase(path, { access_mode: 'READ_ONLY' })
  try {
    return await contentOf(connection, 'main')
  } finally {
    close()
  }
}
