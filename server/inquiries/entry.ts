import { z } from 'zod'

const number = z.number().nullable()

/** A figure as it stood in a snapshot on a day; rates are fractions of 1. */
const figure = z.object({
  snapshot: z.string(),
  asOf: z.iso.date(),
  actual: number,
  target: number,
  expected: number,
  status: z.string().nullable(),
  reason: z.string().nullable(),
})

/**
 * What an answer says the next load will show. `stands`: the figure was right and stays as it is;
 * `corrected`: on the day asked about it becomes `value`; `reported`: it is no longer missing then;
 * `caught_up`: on the newest day its status is met or on_pace.
 */
const claim = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('stands') }),
  z.strictObject({ kind: z.literal('corrected'), value: z.number().nonnegative() }),
  z.strictObject({ kind: z.literal('reported') }),
  z.strictObject({ kind: z.literal('caught_up') }),
])

const head = { id: z.uuid(), at: z.iso.datetime() }
const byPerson = { ...head, by: z.string(), text: z.string() }

const asked = z.object({
  event: z.literal('asked'),
  ...byPerson,
  demonstration: z.boolean(),
  plan: z.string(),
  indicator: z.string(),
  region: z.string(),
  regionName: z.string(),
  /** The codes from the province down to the region asked: whoever holds one of them may read. */
  path: z.array(z.string()),
  dueOn: z.iso.date(),
  figure,
})

const answered = z.object({ event: z.literal('answered'), ...byPerson, claim, figure })
const decided = z.object({ event: z.enum(['closed', 'reopened']), ...byPerson })
const retested = z.object({ event: z.literal('retested'), ...head, holds: z.boolean(), figure })

/** A line of the journal: what happened to an inquiry. Never changed once written. */
export const entry = z.discriminatedUnion('event', [asked, answered, decided, retested])
export const claimShape = claim

export type Figure = z.infer<typeof figure>
export type Claim = z.infer<typeof claim>
export type Asked = z.infer<typeof asked>
export type Answered = z.infer<typeof answered>
export type Entry = z.infer<typeof entry>
