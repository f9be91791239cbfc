import { createHash, createHmac, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve, isAbsolute } from 'node:path'

import type { DuckDBConnection } from '@duckdb/node-api'

const shortest_key = 32

/** Where the key is kept when PSEUDONYM_KEY is not set; made on the first run. */
export const default_key_file = join('build', 'keys', 'pseudonym.key')

/** The key of `file`, made there if there is none. Throws an Error if it would lie in the warehouse. */
export function keyFromFile(file: string, warehouse: string): string {
  const inside = relative(resolve(warehouse), resolve(file))
  if (!inside.startsWith('..') && !isAbsolute(inside)) {
    throw new Error(`${file} lies inside the warehouse ${warehouse}: keep the key elsewhere`)
  }
  if (!existsSync(file)) {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 })
    writeFileSync(file, `${randomBytes(32).toString('hex')}\n`, { mode: 0o600, flag: 'wx' })
  }
  return readFileSync(file, 'utf8').trim()
}

/** Throws an Error if the key is too short to withstand guessing. */
export function requireStrongKey(key: string): void {
  if (Buffer.byteLength(key) >= shortest_key) return
  throw new Error(`PSEUDONYM_KEY must have at least ${shortest_key} characters; make one at random`)
}

/** Tells two keys apart without telling either. */
export function keyFingerprint(key: string): string {
  return createHmac('sha256', key).update('pseudonym key').digest('hex').slice(0, 16)
}

/** Gives the macro `keyed` its key, as the two pads of HMAC. */
export async function setPseudonymKey(connection: DuckDBConnection, key: string): Promise<void> {
  const bytes =
    Buffer.byteLength(key) > 64 ? createHash('sha256').update(key).digest() : Buffer.from(key)
  for (const [name, fill] of [
    ['inner_pad', 0x36],
    ['outer_pad', 0x5c],
  ] as const) {
    const pad = Buffer.alloc(64, fill)
    bytes.forEach((byte, at) => {
      pad[at] = byte ^ fill
    })
    await connection.run(`set variable ${name} = unhex($1)`, [pad.toString('hex')])
  }
}
