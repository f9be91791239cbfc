import type { Deps, Session } from '../deps.ts'
import { readEmbedded } from './docx/embedded.ts'
import { textsOf } from './docx/text.ts'
import { writeDocx } from './docx/write.ts'
import { differencesOf, figuresOf, type FigureDifference } from './figures.ts'
import { findingsOf } from './findings.ts'

export type Verdict = {
  title: string
  snapshot: string
  figures: number
  paragraphs: number
  /** Figures of the embedded list (`here`) that the snapshot gives otherwise (`there`). */
  figureDifferences: FigureDifference[]
  /** Words of the document that are not those its figures give; position counts from 1. */
  textDifferences: { at: number; here: string | null; there: string | null }[]
  sameBytes: boolean
}

const AUDITOR: Session = { user: 'verify', role: 'evaluator', region: '000000' }

/**
 * Recomputes a report from the snapshot that it names: every embedded figure, and every paragraph and
 * table cell that is shown. Rejects where the file is no report or the snapshot is gone.
 */
export async function verifyReport(
  deps: Pick<Deps, 'loadMetrics' | 'snapshots'>,
  bytes: Uint8Array,
): Promise<Verdict> {
  const told = readEmbedded(bytes)
  const findings = await findingsOf(deps, AUDITOR, told.order)
  const again = await writeDocx({
    findings,
    texts: told.texts,
    limit: told.limit,
    state: told.state,
  })
  const here = told.figures.map(([key, value]) => ({ key, value }))
  const shown = textsOf(bytes)
  return {
    title: shown[0] ?? '',
    snapshot: told.order.snapshot,
    figures: here.length,
    paragraphs: shown.length,
    figureDifferences: differencesOf(here, figuresOf(findings)),
    textDifferences: textDifferences(shown, textsOf(again)),
    sameBytes: Buffer.compare(bytes, again) === 0,
  }
}

function textDifferences(here: string[], there: string[]): Verdict['textDifferences'] {
  const length = Math.max(here.length, there.length)
  return Array.from({ length }, (_, at) => ({
    at: at + 1,
    here: here[at] ?? null,
    there: there[at] ?? null,
  })).filter((one) => one.here !== one.there)
}
