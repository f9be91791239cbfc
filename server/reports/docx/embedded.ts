import { strFromU8, strToU8, unzipSync } from 'fflate'
import { z } from 'zod'
import { reportOrder, reportTexts } from '../order.ts'

const PART = 'customXml/item1.xml'
const RELATIONS = 'word/_rels/document.xml.rels'
const RELATION =
  '<Relationship Id="rIdFigures" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/customXml" Target="../customXml/item1.xml"/>'

const embedded = z.object({
  form: z.literal(1),
  order: reportOrder,
  texts: reportTexts,
  limit: z.number(),
  state: z.string(),
  ruleVersion: z.string(),
  hash: z.string(),
  figures: z.array(z.tuple([z.string(), z.number().nullable()])),
})

/** What a report carries for a machine: what it was ordered as, and every figure in it. */
export type Embedded = z.infer<typeof embedded>

/** The parts of the package that hold it; the relations are those of the package with one more. */
export function embeddedParts(of: Embedded, bytes: Uint8Array): Record<string, Uint8Array> {
  const relations = unzipSync(bytes, { filter: ({ name }) => name === RELATIONS })[RELATIONS]
  if (relations === undefined) throw new Error(`the document has no ${RELATIONS}`)
  const data = escaped(JSON.stringify(of))
  const xml = `<?xml version="1.0" encoding="UTF-8"?><figures xmlns="urn:jiuye-monitor:report">${data}</figures>`
  const related = strFromU8(relations).replace('</Relationships>', `${RELATION}</Relationships>`)
  return { [PART]: strToU8(xml), [RELATIONS]: strToU8(related) }
}

/** Throws an Error that says what to do where the file is no report of this system. */
export function readEmbedded(bytes: Uint8Array): Embedded {
  const parts = unzipSync(bytes, { filter: ({ name }) => /^customXml\/item\d+\.xml$/.test(name) })
  const found = Object.values(parts).map((part) => strFromU8(part))
  const xml = found.find((text) => text.includes('urn:jiuye-monitor:report'))
  const data = /<figures[^>]*>([^]*)<\/figures>/.exec(xml ?? '')?.[1]
  if (data === undefined)
    throw new Error(
      '文件中没有数字清单：它不是本系统生成的 .docx 报告，或清单已被删除。请用系统下载的原件核对。',
    )
  return embedded.parse(JSON.parse(unescaped(data)))
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

export function unescaped(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&')
}
