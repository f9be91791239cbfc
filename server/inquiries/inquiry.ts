import type { Answered, Asked, Entry } from './entry.ts'

type State = 'open' | 'answered' | 'closed'

/** A question put to a county or prefecture, with all that happened to it, oldest first. */
export type Inquiry = { asked: Asked; entries: Entry[]; state: State }

const after: Record<Exclude<Entry['event'], 'retested'>, State> = {
  asked: 'open',
  answered: 'answered',
  closed: 'closed',
  reopened: 'open',
}

function stateAfter(entry: Entry): State {
  if (entry.event === 'retested') return entry.holds ? 'closed' : 'open'
  return after[entry.event]
}

/** Adds an entry to the inquiries; throws an Error where it speaks of one that was never asked. */
export function addEntry(inquiries: Map<string, Inquiry>, entry: Entry): Inquiry {
  const before = inquiries.get(entry.id)
  const asked = entry.event === 'asked' ? entry : before?.asked
  if (asked === undefined) throw new Error(`督办记录 ${entry.id} 缺少提问一行。`)
  const entries = [...(before?.entries ?? []), entry]
  const inquiry = { asked, entries, state: stateAfter(entry) }
  inquiries.set(entry.id, inquiry)
  return inquiry
}

/** The answer that waits for the next load; none where the inquiry is not answered. */
export function waitingAnswer({ state, entries }: Inquiry): Answered | undefined {
  if (state !== 'answered') return undefined
  return entries.findLast((entry) => entry.event === 'answered')
}

/** An answer is due until the end of the day. */
export function isOverdue({ state, asked }: Inquiry, today: string): boolean {
  return state === 'open' && asked.dueOn < today
}
