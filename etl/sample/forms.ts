import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const form_schema = z.object({
  file: z.enum(['csv', 'xlsx', 'parquet']),
  encoding: z.enum(['utf8', 'bom', 'gb18030']),
  line_end: z.enum(['lf', 'crlf']),
  dates: z.enum(['iso', 'compact', 'slash', 'chinese', 'timed', 'cell']),
  yes_no: z.tuple([z.coerce.string(), z.coerce.string()]),
  missing: z.string(),
  turn: z.number(),
  rows: z.number(),
  household: z.tuple([z.string(), z.string()]),
  extra: z.string().nullable(),
  quoted: z.boolean(),
  typed: z.boolean(),
})

const sending_schema = z.object({
  silent: z.array(z.string()).default([]),
  never: z.array(z.string()).default([]),
})

const forms_schema = z.object({
  defaults: form_schema,
  units: z.record(z.string(), form_schema.partial()),
  sending: z.record(z.string(), sending_schema),
})

export type Form = z.infer<typeof form_schema>
export type Sending = z.infer<typeof sending_schema>

export interface Forms {
  of(unit: string): Form
  sending(unit: string): Sending
}

/** How each unit writes and sends its files. */
export function readForms(): Forms {
  const file = new URL('forms.yaml', import.meta.url)
  const { defaults, units, sending } = forms_schema.parse(parse(readFileSync(file, 'utf8')))
  return {
    of: (unit) => form_schema.parse({ ...defaults, ...units[unit] }),
    sending: (unit) => sending[unit] ?? { silent: [], never: [] },
  }
}
