import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import type { DuckDBConnection } from '@duckdb/node-api'

import { type Content, contentOf } from './content.ts'
import { attachWithoutLog, identifier, rowsOf } from './database.ts'
import {
  fingerprintOf,
  refuseLog,
  removeUnfinished,
  settle,
  sync,
  syncBeside,
  unfinished,
  writeDurably,
} from './durable.ts'
import { createMacros } from './macros.ts'
import { type Part, removeOtherParts, requireParts } from './parts.ts'
import { faultsIn, folderOf, manifestOf, sealOf, snapshotIds } from './published.ts'

/**
 * Copies the schema `marts` into `snapshots/<id>/marts.duckdb`, writes `manifest.json` and its seal beside
 * it and makes it the warehouse's current snapshot. The manifest gets the hash of every file and of every
 * table. What was current before stays so until the very last step.
 */
export async function publish(
  connection: DuckDBConnection,
  warehouse: string,
  manifest: { id: string; parts?: readonly Part[] },
  write = (path: string) => copyMarts(connection, path),
): Promise<void> {
  const { id, parts = [] } = manifest
  const folder = folderOf(warehouse, id)
  const draft = folder + unfinished
  requireParts(warehouse, parts)
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  const content = await write(join(draft, 'marts.duckdb'))
  await seal(draft, { ...manifest, parts, content })
  rmSync(folder, { recursive: true, force: true })
  settle(draft, folder)
  sync(warehouse)
  makeCurrent(warehouse, id)
}

/** Writes the manifest of the marts beside them, and its hash as `sha256sum -c` reads it. */
export async function seal(folder: string, manifest: object): Promise<void> {
  const marts = join(folder, 'marts.duckdb')
  refuseLog(marts)
  // The disk is waited for while the hash is taken.
  const [fingerprint] = await Promise.all([fingerprintOf(marts), syncBeside(marts)])
  const artifacts = [{ path: 'marts.duckdb', ...fingerprint }]
  const text = JSON.stringify({ ...manifest, artifacts }, null, 1)
  const path = join(folder, 'manifest.json')
  writeFileSync(path, text)
  writeFileSync(`${path}.sha256`, sealOf(text))
  for (const file of [path, `${path}.sha256`]) sync(file)
}

export function makeCurrent(warehouse: string, id: string): void {
  writeDurably(join(warehouse, 'current.json'), JSON.stringify({ snapshot: id }))
}

async function copyMarts(connection: DuckDBConnection, path: string): Promise<Content> {
  const tables = await rowsOf(
    connection,
    `select table_name as name,
      list(format(if(data_type like 'ENUM%', 'cast("{0}" as varchar) as "{0}"', '"{0}"'), column_name)
        order by column_index) as columns
    from duckdb_columns() where schema_name = 'marts' group by all order by name`,
  )
  await attachWithoutLog(connection, path, 'published')
  for (const { name, columns } of tables) {
    const table = identifier(String(name))
    const texts = (columns as string[]).join(', ')
    await connection.run(`create table published.${table} as select ${texts} from marts.${table}`)
  }
  await createPublishedMacros(connection)
  await connection.run('checkpoint published')
  const content = await contentOf(connection, 'main', 'published')
  await connection.run('detach published')
  return content
}

async function createPublishedMacros(connection: DuckDBConnection): Promise<void> {
  const [used] = await rowsOf(connection, 'select current_database() as name')
  await connection.run('use published')
  await createMacros(connection, 'published')
  await connection.run(`use ${identifier(String(used?.['name']))}`)
}

/** The sound snapshot of the same content, if it was published before. */
export async function snapshotOf(warehouse: string, contentHash: string): Promise<string | null> {
  const ids = snapshotIds(warehouse).filter((id) => id.endsWith(`-${contentHash.slice(0, 8)}`))
  const id = ids.find((one) => manifestOf(warehouse, one)?.contentHash === contentHash)
  if (id === undefined) return null
  return (await faultsIn(warehouse, id)).length === 0 ? id : null
}

/** Removes what a load that was killed left half made, and the parts that no snapshot names. */
export function removeDrafts(warehouse: string): void {
  for (const name of ['current.json', 'file_hashes.json'])
    rmSync(join(warehouse, name + unfinished), { force: true })
  for (const folder of ['snapshots', 'parts']) removeUnfinished(join(warehouse, folder))
  const manifests = snapshotIds(warehouse).map((id) => manifestOf(warehouse, id))
  // What a damaged manifest named cannot be known: then nothing is removed.
  if (manifests.includes(null)) return
  const named = manifests.flatMap((one) => one?.parts ?? [])
  removeOtherParts(warehouse, new Set(named.map(({ sha256 }) => sha256)))
}
