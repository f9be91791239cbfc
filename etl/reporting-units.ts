import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The folders a submission may lie in: the province-level units of the reference data and 000000. */
export function reportingUnits(dataDir: string): Set<string> {
  const path = join(dataDir, 'reference', 'region_unit.csv')
  const [header = '', ...lines] = readFileSync(path, 'utf8').trim().split('\n')
  const at = (name: string) => header.split(',').indexOf(name)
  const rows = lines.map((line) => line.split(','))
  const units = rows.filter((row) => ['nation', 'province'].includes(row[at('level')] ?? ''))
  if (units.length === 0)
    throw new Error(`${path}: expected units of the level province, found none`)
  return new Set(units.map((row) => row[at('code')] ?? ''))
}
