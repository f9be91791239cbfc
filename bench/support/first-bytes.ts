import { closeSync, openSync, readSync } from 'node:fs'

/** As many as tell a file's encoding. */
export function firstBytes(path: string): Buffer {
  const handle = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(1 << 16)
    return bytes.subarray(0, readSync(handle, bytes))
  } finally {
    closeSync(handle)
  }
}
