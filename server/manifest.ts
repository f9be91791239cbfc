import { z } from 'zod'

const demonstration = z.object({
  scale: z.number().positive(),
  seed: z.number(),
  ratio: z.number().positive(),
})

const file = z.object({
  path: z.string(),
  unit: z.string().nullable(),
  quarter: z.string().nullable(),
  extract: z.string().nullable(),
  fate: z.string(),
})

const manifest = z.looseObject({
  id: z.string().regex(/^[A-Za-z0-9][\w.-]*$/),
  asOf: z.iso.date(),
  publishedAt: z.string(),
  ruleVersion: z.union([z.string(), z.number()]),
  demonstration: demonstration.nullable(),
  files: z.array(file),
  totals: z.unknown(),
  plans: z.array(z.unknown()),
  tileGrid: z.array(z.unknown()),
  regionSchemes: z.array(z.unknown()),
})

const current = z.object({ snapshot: manifest.shape.id })

/** A snapshot's manifest as far as the server reads it; plans and schemes are parsed where used. */
export type Manifest = z.infer<typeof manifest>

/** Throws a ZodError or SyntaxError where the text is no manifest. */
export function parseManifest(text: string): Manifest {
  return manifest.parse(JSON.parse(text))
}

export function parseCurrent(text: string): string {
  return current.parse(JSON.parse(text)).snapshot
}
