import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'

import type { DuckDBConnection } from '@duckdb/node-api'
import { z } from 'zod'

import { identifier, literal, rowsOf } from './database.ts'

const current = z.object({ snapshot: z.string() })
const published = z.looseObject({
  id: z.string(),
  contentHash: z.string(),
  demonstration: z.unknown(),
  files: z.array(z.looseObject({ fate: z.string() })).default([]),
})

/**
 * Copies the schema `marts` into `snapshots/<id>/marts.duckdb`, writes `manifest.json` beside it and makes
 * it the warehouse's current snapshot. What was current before stays so until the very last step.
 */
export async function publish(
  connection: DuckDBConnection,
  warehouse: string,
  manifest: { id: string },
): Promise<void> {
  const { id } = manifest
  const snapshots = join(warehouse, 'snapshots')
  const draft = join(snapshots, `${id}.tmp`)
  rmSync(draft, { recursive: true, force: true })
  mkdirSync(draft, { recursive: true })
  await copyMarts(connection, join(draft, 'marts.duckdb'))
  writeFileSync(join(draft, 'manifest.json'), JSON.stringify(manifest, null, 1))
  for (const name of readdirSync(draft)) {
    if (name.endsWith('.wal'))
      throw new Error(`${join(draft, name)} was left: the marts are not whole`)
    sync(join(draft, name))
  }
  sync(draft)
  rmSync(join(snapshots, id), { recursive: true, force: true })
  renameSync(draft, join(snapshots, id))
  sync(snapshots)
  makeCurrent(warehouse, id)
}

export function makeCurrent(warehouse: string, id: string): void {
  const draft = join(warehouse, 'current.json.tmp')
  writeFileSync(draft, JSON.stringify({ snapshot: id }))
  sync(draft)
  renameSync(draft, join(warehouse, 'current.json'))
  sync(warehouse)
}

async function copyMarts(connection: DuckDBConnection, path: string): Promise<void> {
  const tables = await rowsOf(
    connection,
    `select table_name as name from duckdb_tables() where schema_name = 'marts' order by name`,
  )
  await connection.run(`attach ${literal(path)} as published`)
  for (const { name } of tables) {
    const table = identifier(String(name))
    await connection.run(`create table published.${table} as from marts.${table}`)
  }
  await connection.run('checkpoint published')
  await connection.run('detach published')
}

/** The current snapshot's manifest; null where there is none that can be read. */
export function currentManifest(warehouse: string): z.infer<typeof published> | null {
  const id = currentId(warehouse)
  return id === null ? null : manifestOf(warehouse, id)
}

function currentId(warehouse: string): string | null {
  try {
    return current.parse(JSON.parse(readFileSync(join(warehouse, 'current.json'), 'utf8'))).snapshot
  } catch {
    return null
  }
}

/** The snapshot of the same content, if it was published before. */
export function snapshotOf(warehouse: string, contentHash: string): string | null {
  const folder = join(warehouse, 'snapshots')
  if (!existsSync(folder)) return null
  const ids = readdirSync(folder).filter((name) => name.endsWith(`-${contentHash.slice(0, 8)}`))
  return ids.find((id) => manifestOf(warehouse, id)?.contentHash === contentHash) ?? null
}

function manifestOf(warehouse: string, id: string): z.infer<typeof published> | null {
  const folder = join(warehouse, 'snapshots', id)
  if (!existsSync(join(folder, 'marts.duckdb'))) return null
  try {
    return published.parse(JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8')))
  } catch {
    return null
  }
}

/** Removes what a load that was killed left half made. */
export function removeDrafts(warehouse: string): void {
  const folder = join(warehouse, 'snapshots')
  if (!existsSync(folder)) return
  for (const name of readdirSync(folder)) {
    if (name.endsWith('.tmp')) rmSync(join(folder, name), { recursive: true, force: true })
  }
}

function sync(path: string): void {
  const handle = openSync(path, 'r')
  try {
    fsyncSync(handle)
  } finally {
    closeSync(handle)
  }
}
