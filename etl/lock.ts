import { mkdirSync, rmSync } from 'node:fs'
import { resolve } from 'node:path'

import { openDatabase, type Database } from './database.ts'

const held = new Set<string>()

/**
 * Makes sure that one load at a time writes to the warehouse; answers how to let go. The lock is the one
 * that DuckDB takes on the file `lock.duckdb`, which the system lets go when its process ends, however
 * it ends. Throws an Error that names the process that holds it.
 */
export async function lock(warehouse: string): Promise<() => void> {
  mkdirSync(warehouse, { recursive: true })
  const path = resolve(warehouse, 'lock.duckdb')
  if (held.has(path)) throw busy(warehouse, process.pid)
  held.add(path)
  try {
    const { close } = await openLock(warehouse, path)
    return () => {
      close()
      held.delete(path)
    }
  } catch (error) {
    held.delete(path)
    throw error
  }
}

async function openLock(warehouse: string, path: string): Promise<Database> {
  try {
    return await openDatabase(path)
  } catch (error) {
    const [, holder] = /Conflicting lock is held.*\(PID (\d+)\)/s.exec(String(error)) ?? []
    if (holder !== undefined) throw busy(warehouse, Number(holder))
    rmSync(path, { force: true })
    return openDatabase(path)
  }
}

function busy(warehouse: string, holder: number): Error {
  return new Error(`${warehouse} is being loaded by process ${holder}: wait for it or stop it`)
}
