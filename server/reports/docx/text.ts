import { strFromU8, unzipSync } from 'fflate'
import { unescaped } from './embedded.ts'

/** What stands in the document, one entry a paragraph or table cell, empty ones left out. */
export function textsOf(bytes: Uint8Array): string[] {
  const part = unzipSync(bytes, { filter: ({ name }) => name === 'word/document.xml' })[
    'word/document.xml'
  ]
  if (part === undefined) throw new Error('文件不是 Word 文档（.docx），请换用系统下载的报告。')
  const paragraphs = strFromU8(part).match(/<w:p[ >][^]*?<\/w:p>/g) ?? []
  return paragraphs.map(textOf).filter((text) => text !== '')
}

function textOf(paragraph: string): string {
  const runs = paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)
  return [...runs]
    .map(([, text]) => unescaped(text ?? ''))
    .join('')
    .trim()
}
