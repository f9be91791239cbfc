import * as z from 'zod/mini'
import { get, query, reason, type SeriesQuestion } from './api.ts'

/** The part of the HTTP interface that leads from a figure down to what it is made of. */

const number = z.nullable(z.number())
const words = z.object({ zh: z.string(), en: z.string() })
const member = z.object({
  name: z.string(),
  title: words,
  description: z.nullable(z.string()),
  unit: z.nullable(z.string()),
})

const part = z.object({
  region: z.string(),
  regionName: z.string(),
  numerator: number,
  denominator: number,
  reason: z.nullable(reason),
})

const breakdown = z.extend(member, {
  rows: z.array(
    z.object({
      value: z.nullable(z.string()),
      numerator: z.number(),
      denominator: number,
      actual: number,
    }),
  ),
})

const rows = {
  rowsRead: number,
  rowsStanding: number,
  rowsSuperseded: number,
  rowsRetracted: number,
  rowsQuarantined: number,
}

const total = z.object({
  extract: z.string(),
  accepted: z.number(),
  refused: z.number(),
  ...rows,
})

export const file = z.object({
  path: z.string(),
  sha256: z.string(),
  unit: z.nullable(z.string()),
  quarter: z.nullable(z.string()),
  extract: z.nullable(z.string()),
  fate: z.enum(['accepted', 'refused']),
  reason: z.nullable(z.string()),
  ...rows,
})

const quarantined = z.object({
  extract: z.string(),
  rule: z.string(),
  state: z.string(),
  records: z.number(),
})

const evidence = z.object({
  snapshot: z.string(),
  publishedAt: z.string(),
  ruleVersion: z.string(),
  view: z.string(),
  formula: z.object({ numerator: member, denominator: z.nullable(member) }),
  query: z.record(z.string(), z.unknown()),
  sql: z.object({ text: z.string(), parameters: z.array(z.string()) }),
  figure: z.object({
    actual: number,
    numerator: number,
    denominator: number,
    reason: z.nullable(reason),
    parts: z.array(part),
  }),
  breakdowns: z.object({ reason: z.nullable(reason), of: z.array(breakdown) }),
  units: z.object({ due: z.number(), readable: z.number() }),
  extracts: z.array(total),
  files: z.array(file),
  quarantine: z.array(quarantined),
  unmatched: z.array(z.object({ extract: z.string(), records: z.number() })),
})

const target = z.object({
  setBy: z.enum(['plan', 'national', 'own']),
  inForce: z.boolean(),
  value: z.number(),
  deadline: z.string(),
  documentNumber: z.nullable(z.string()),
  bindingNature: z.nullable(z.string()),
})

const version = z.object({
  setBy: z.enum(['national', 'own']),
  year: number,
  value: z.number(),
  documentNumber: z.nullable(z.string()),
  quarter: z.string(),
  file: z.string(),
  line: z.number(),
  supersededIn: z.nullable(z.string()),
})

const ledger = z.object({ targets: z.array(target), versions: z.array(version) })

export type EvidenceFile = z.infer<typeof file>
export type Evidence = z.infer<typeof evidence>
export type EvidenceMember = z.infer<typeof member>
export type Ledger = z.infer<typeof ledger>

export function fetchEvidence(ask: SeriesQuestion, signal?: AbortSignal): Promise<Evidence> {
  return get(evidence, `/api/evidence?${query({ ...ask })}`, signal)
}

/** The ledger of one indicator's targets. */
export async function fetchLedger(
  ask: SeriesQuestion,
  signal?: AbortSignal,
): Promise<Ledger | null> {
  const shape = z.object({ indicators: z.array(ledger) })
  const { indicators } = await get(shape, `/api/targets?${query({ ...ask })}`, signal)
  return indicators[0] ?? null
}
