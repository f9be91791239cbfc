import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

/** A hash of all that decides what a load makes of the same files: code, SQL, layouts, plans, reference. */
export function ruleVersion(dataDir: string): string {
  const hash = createHash('sha256')
  for (const root of [import.meta.dirname, dataDir]) {
    for (const path of filesUnder(root)) {
      const name = relative(root, path)
      if (name.startsWith('sample')) continue
      hash.update(name).update('\0').update(readFileSync(path)).update('\0')
    }
  }
  return hash.digest('hex').slice(0, 16)
}

function filesUnder(root: string): string[] {
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|sql|yaml|csv)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .sort()
}
