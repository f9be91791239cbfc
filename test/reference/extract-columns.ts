import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const column = z.object({
  name: z.string(),
  zh: z.string(),
  type: z.string(),
  required: z.boolean().default(false),
  key: z.boolean().default(false),
  values: z.array(z.string()).default([]),
  aliases: z.record(z.string(), z.string()).default({}),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  military: z.boolean().default(false),
  nation: z.boolean().default(false),
})

const extractColumns = z.object({
  extract: z.string(),
  one_of: z.array(z.string()).default([]),
  unit: z.string().optional(),
  columns: z.array(column),
})

export type Column = z.infer<typeof column>
export type ExtractColumns = z.infer<typeof extractColumns>

/** The extracts that these indicators, their targets and their places are counted from. */
export const extractNames = [
  'registration',
  'employment',
  'training',
  'institution',
  'placement',
  'service',
  'levy_filing',
  'levy_ledger',
  'milestone',
  'population',
  'target',
] as const
export type ExtractName = (typeof extractNames)[number]

const known = new Map<ExtractName, ExtractColumns>()

export function columnsOf(extract: ExtractName): ExtractColumns {
  const before = known.get(extract)
  if (before) return before
  const path = new URL(`../../data/extracts/${extract}.yaml`, import.meta.url)
  const columns = extractColumns.parse(parse(readFileSync(path, 'utf8')))
  known.set(extract, columns)
  return columns
}
