import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const column_schema = z.object({
  name: z.string(),
  zh: z.string(),
  type: z.string(),
  required: z.boolean().optional(),
})

const layout_schema = z.object({
  extract: z.string(),
  name: z.string(),
  columns: z.array(column_schema),
})

export type Layout = z.infer<typeof layout_schema>

export const extracts = [
  'registration',
  'employment',
  'training',
  'service',
  'levy_filing',
  'placement',
  'levy_ledger',
  'institution',
  'target',
  'milestone',
  'population',
  'published',
] as const

export type Extract = (typeof extracts)[number]

/** The columns of every extract, as `data/extracts` defines them. */
export function readLayouts(): Record<Extract, Layout> {
  const read = (extract: Extract) => {
    const file = new URL(`../../data/extracts/${extract}.yaml`, import.meta.url)
    return [extract, layout_schema.parse(parse(readFileSync(file, 'utf8')))]
  }
  return Object.fromEntries(extracts.map(read)) as Record<Extract, Layout>
}
