import { z } from 'zod'

const demonstration = z.object({
  scale: z.number().positive(),
  seed: z.number(),
  ratio: z.number().positive(),
})

/** What a snapshot published by an earlier version does not tell is null. */
const untold = z.number().nullable().default(null)
/** Where a file lies outside of any unit's folder, or is no extract, the name is empty. */
const named = z
  .string()
  .nullable()
  .transform((name) => (name === '' ? null : name))

const file = z.object({
  path: z.string(),
  sha256: z.string(),
  unit: named,
  quarter: named,
  extract: named,
  form: named,
  encoding: z.string().nullable().default(null),
  bytes: untold,
  fate: z.enum(['accepted', 'refused']),
  reason: z.string().nullable(),
  rowsRead: z.number(),
  rowsQuarantined: z.number(),
  rowsStanding: untold,
  rowsSuperseded: untold,
  rowsRetracted: untold,
  notes: z.array(z.object({ note: z.string(), records: z.number() })).default([]),
})

const artifact = z.object({
  path: z.string().regex(/^[\w.-]+$/),
  bytes: z.number(),
  sha256: z.string(),
})

const manifest = z.looseObject({
  id: z.string().regex(/^[A-Za-z0-9][\w.-]*$/),
  asOf: z.iso.date(),
  publishedAt: z.string(),
  ruleVersion: z.union([z.string(), z.number()]),
  demonstration: demonstration.nullable(),
  files: z.array(file),
  totals: z.unknown(),
  /** The files of the snapshot's folder, by which it is known to be whole. */
  artifacts: z.array(artifact).min(1),
  /** What the marts hold; `columns` are names with types, `macros` what questions to them may use. */
  content: z
    .object({
      tables: z.array(z.object({ table: z.string(), columns: z.array(z.string()) })),
      macros: z.array(z.string()).default([]),
    })
    .optional(),
  plans: z.array(z.unknown()),
  tileGrid: z.array(z.unknown()),
  regionSchemes: z.array(z.unknown()),
})

const current = z.object({ snapshot: manifest.shape.id })

export type SubmittedFile = z.infer<typeof file>

/** A snapshot's manifest as far as the server reads it; plans and schemes are parsed where used. */
export type Manifest = z.infer<typeof manifest>

/** Throws a ZodError or SyntaxError where the text is no manifest. */
export function parseManifest(text: string): Manifest {
  return manifest.parse(JSON.parse(text))
}

export function parseCurrent(text: string): string {
  return current.parse(JSON.parse(text)).snapshot
}
