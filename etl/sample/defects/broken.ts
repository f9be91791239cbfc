import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { parseDay, quarters } from '../days.ts'
import type { Cell } from '../files/columns.ts'
import { extracts } from '../layout.ts'

const broken_schema = z.array(
  z.object({
    unit: z.string(),
    quarter: z.enum(quarters).transform((name) => quarters.indexOf(name)),
    extract: z.enum(extracts),
    /** English name of the column. */
    column: z.string(),
    /** What stands there, or after `@` how it comes from what stood there. */
    value: z.string(),
    /** Another cell that must be yes for the row to mean what it should. */
    also: z.string(),
    defect: z.string(),
    expect: z.enum(['quarantined', 'listed', 'accepted']),
  }),
)

/** A row that is sound but for one cell. */
export type Broken = z.infer<typeof broken_schema>[number]

/** Every row that is planted by changing one cell; those not quarantined are unusual, yet sound. */
export function readBroken(): Broken[] {
  const file = new URL('broken.csv', import.meta.url)
  return broken_schema.parse(parse(readFileSync(file, 'utf8'), { columns: true }))
}

const changes: Record<string, (old: Cell) => Cell> = {
  '@wrong check character': (old) => {
    const code = String(old)
    return code.slice(0, 17) + (code.charAt(17) === '1' ? '2' : '1') + code.slice(18)
  },
  '@eighteen characters': (old) => String(old).slice(0, 18),
  '@unknown type digit': (old) => `${String(old).slice(0, 18)}93`,
  '@next day': (old) => Number(old) + 1,
  '@other sex': (old) => (old === '男' ? '女' : '男'),
}

/** What to write in the cell in place of `old`. */
export function brokenCell({ value }: Broken, old: Cell): Cell {
  if (value.startsWith('@day ')) return parseDay(value.slice(5))
  return changes[value]?.(old) ?? value
}
