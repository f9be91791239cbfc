import { Packer } from 'docx'
import { strToU8 } from 'fflate'
import { contentOf } from '../content.ts'
import { figuresOf } from '../figures.ts'
import type { Findings } from '../findings.ts'
import { reportHash } from '../hash.ts'
import type { ReportTexts } from '../order.ts'
import { shownState } from '../shown.ts'
import { wordDocument } from './document.ts'
import { embeddedParts } from './embedded.ts'
import { fontTable } from './fonts.ts'
import { timeless } from './package.ts'

export type Manuscript = { findings: Findings; texts: ReportTexts; limit: number; state: string }

/** The report as .docx. The same manuscript gives the same bytes, whenever and wherever it is made. */
export async function writeDocx({
  findings,
  texts,
  limit,
  state,
}: Manuscript): Promise<Uint8Array> {
  const { order, ruleVersion } = findings
  const figures = figuresOf(findings)
  const hash = reportHash({ order, ruleVersion, figures, texts, limit })
  const { title, blocks } = contentOf(findings, texts, limit)
  const closing = `数据集${order.snapshot}　规则版本${ruleVersion}　校验码${hash.slice(0, 16)}`
  const document = wordDocument(blocks, { title, running: shownState(state), closing })
  const bytes = new Uint8Array(await Packer.toBuffer(document))
  const embedded = {
    form: 1 as const,
    ...{ order, texts, limit, state, ruleVersion, hash },
    figures: figures.map(({ key, value }): [string, number | null] => [key, value]),
  }
  const parts = { ...embeddedParts(embedded, bytes), 'word/fontTable.xml': strToU8(fontTable()) }
  return timeless(bytes, order.asOf, parts)
}
