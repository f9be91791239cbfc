import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { parse } from 'yaml'
import { z } from 'zod'

const column = z.strictObject({
  name: z.string().regex(/^[a-z_]+$/),
  zh: z.string().min(1),
  type: z.enum([
    'text',
    'date',
    'yes_no',
    'integer',
    'decimal',
    'code',
    'region',
    'certificate',
    'credit_code',
    'year',
    'year_or_whole',
    'quarter',
  ]),
  required: z.boolean().default(false),
  key: z.boolean().default(false),
  values: z.array(z.string()).default([]),
  aliases: z.record(z.string(), z.string()).default({}),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  personal: z.boolean().default(false),
  military: z.boolean().default(false),
  nation: z.boolean().default(false),
})

const layout = z.strictObject({
  extract: z.string(),
  name: z.string(),
  yearly: z.boolean().default(false),
  unit: z.string().optional(),
  one_of: z.array(z.string()).default([]),
  columns: z.array(column).min(1),
})

export type Column = z.infer<typeof column>
/** The columns of one extract, as `data/extracts/<extract>.yaml` has them. */
export type Layout = z.infer<typeof layout>

/** The layouts of `<dataDir>/extracts/*.yaml`, by file name. Throws an Error naming file and field. */
export async function readLayouts(dataDir: string): Promise<Layout[]> {
  const folder = join(dataDir, 'extracts')
  const files = (await readdir(folder)).filter((name) => name.endsWith('.yaml')).sort()
  return Promise.all(files.map((name) => readLayout(join(folder, name))))
}

async function readLayout(path: string): Promise<Layout> {
  const result = layout.safeParse(parse(await readFile(path, 'utf8')))
  if (result.success) return result.data
  throw new Error(`${path} is not a valid extract; correct it:\n${z.prettifyError(result.error)}`)
}

export function keyColumns(of: Layout): Column[] {
  return of.columns.filter((one) => one.key)
}

/** Those of which a record is somebody's, or an employer's: too many to be counted anew for a few. */
export const record_extracts = [
  'registration',
  'employment',
  'training',
  'service',
  'placement',
  'levy_filing',
] as const

export type RecordExtract = (typeof record_extracts)[number]

export function isOfRecords({ extract }: { extract: string }): boolean {
  return (record_extracts as readonly string[]).includes(extract)
}
