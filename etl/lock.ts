import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/**
 * Makes sure that one load at a time writes to the warehouse; answers how to let go. The lock of a
 * process that is no more is taken over. Throws an Error that names the process that holds it.
 */
export function lock(warehouse: string): () => void {
  mkdirSync(warehouse, { recursive: true })
  const path = join(warehouse, 'lock')
  if (!tryLock(path)) {
    const holder = Number(readFileSync(path, 'utf8'))
    if (isAlive(holder)) {
      throw new Error(`${warehouse} is being loaded by process ${holder}: wait for it or stop it`)
    }
    rmSync(path, { force: true })
    if (!tryLock(path))
      throw new Error(`${warehouse} has just been locked by another load: try again`)
  }
  return () => rmSync(path, { force: true })
}

function tryLock(path: string): boolean {
  try {
    const handle = openSync(path, 'wx')
    writeSync(handle, String(process.pid))
    closeSync(handle)
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}

function isAlive(pid: number): boolean {
  if (pid === process.pid) return true
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
