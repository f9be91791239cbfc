import { strFromU8, unzipSync } from 'fflate'
import { unescaped } from './embedded.ts'

const DOCUMENT = 'word/document.xml'
const CHART = /^word\/charts\/chart[^/]*\.xml$/

/**
 * What stands in the document, one entry a paragraph or table cell, then one a name or value of a chart;
 * empty ones left out. Throws an Error where it is no Word document.
 */
export function textsOf(bytes: Uint8Array): string[] {
  const parts = unzipSync(bytes, { filter: ({ name }) => name === DOCUMENT || CHART.test(name) })
  const { [DOCUMENT]: document, ...charts } = parts
  if (document === undefined) throw new Error('文件不是 Word 文档（.docx），请换用系统下载的报告。')
  const paragraphs = strFromU8(document).match(/<w:p[ >][^]*?<\/w:p>/g) ?? []
  const names = Object.keys(charts).sort()
  const values = names.flatMap((name) => chartValues(charts[name] ?? new Uint8Array()))
  return [...paragraphs.map(textOf), ...values].filter((text) => text !== '')
}

/** The points of a chart's series, as they are drawn; a number however many digits it is written with. */
function chartValues(part: Uint8Array): string[] {
  return [...strFromU8(part).matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, text]) => {
    const value = unescaped(text ?? '').trim()
    return value === '' || Number.isNaN(Number(value)) ? value : String(Number(value))
  })
}

function textOf(paragraph: string): string {
  const runs = paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)
  return [...runs]
    .map(([, text]) => unescaped(text ?? ''))
    .join('')
    .trim()
}
