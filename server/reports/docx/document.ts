import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  LineRuleType,
  PageNumber,
  Paragraph,
  TextRun,
  convertMillimetersToTwip as mm,
  type FileChild,
} from 'docx'
import type { Block } from '../blocks.ts'
import { chartParagraphs } from './chart.ts'
import { BODY, FANGSONG, HEITI, KAITI, XIAOBIAOSONG } from './fonts.ts'
import { tableBlocks } from './table.ts'

/** 28 points between lines and an indent of two characters, as GB/T 9704 lays out a document. */
const LINE = { line: 560, lineRule: LineRuleType.EXACT }
const INDENT = { firstLine: 2 * BODY * 10 }

export type Edition = {
  title: string
  /** Words at the head of every page: the state of the report. */
  running: string
  /** Words at the end: hash and the like. */
  closing: string
}

/** The blocks as a Word document in the official layout. */
export function wordDocument(blocks: Block[], edition: Edition): Document {
  return new Document({
    title: edition.title,
    creator: 'Jiuye Monitor',
    lastModifiedBy: 'Jiuye Monitor',
    styles: {
      default: {
        document: {
          run: { font: FANGSONG, size: BODY, language: { value: 'en-US', eastAsia: 'zh-CN' } },
        },
      },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: mm(210), height: mm(297) },
            margin: { top: mm(37), bottom: mm(35), left: mm(28), right: mm(26) },
          },
        },
        headers: { default: new Header({ children: [running(edition.running)] }) },
        footers: { default: new Footer({ children: [pageNumber()] }) },
        children: [...blocks.flatMap(childrenOf), plain(edition.closing)],
      },
    ],
  })
}

function running(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.RIGHT,
    children: [new TextRun({ text, size: 21 })],
  })
}

function pageNumber(): Paragraph {
  const children = ['— ', PageNumber.CURRENT, ' —']
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ children, size: 28 })],
  })
}

function plain(text: string): Paragraph {
  return new Paragraph({ spacing: { before: 240 }, children: [new TextRun({ text, size: 21 })] })
}

function childrenOf(block: Block): FileChild[] {
  switch (block.kind) {
    case 'table':
      return tableBlocks(block)
    case 'chart':
      return chartParagraphs(block)
    default:
      return [paragraphOf(block)]
  }
}

function paragraphOf({ kind, text }: Extract<Block, { text: string }>): Paragraph {
  switch (kind) {
    case 'title':
      return centred(text, { font: XIAOBIAOSONG, size: 44 }, HeadingLevel.TITLE)
    case 'subtitle':
      return centred(text, { font: KAITI, size: BODY })
    case 'note':
      return centred(text, { font: HEITI, size: 24 })
    case 'heading1':
      return heading(text, HEITI, HeadingLevel.HEADING_1)
    case 'heading2':
      return heading(text, KAITI, HeadingLevel.HEADING_2)
    default:
      return new Paragraph({
        spacing: LINE,
        indent: INDENT,
        alignment: AlignmentType.BOTH,
        children: [new TextRun(text)],
      })
  }
}

type Face = { font: typeof FANGSONG; size: number }
type Outline = (typeof HeadingLevel)[keyof typeof HeadingLevel]

function centred(text: string, face: Face, outline?: Outline): Paragraph {
  const children = [new TextRun({ text, color: '000000', ...face })]
  const base = { alignment: AlignmentType.CENTER, spacing: { after: 120 }, children }
  return new Paragraph(outline === undefined ? base : { ...base, heading: outline })
}

function heading(text: string, font: typeof FANGSONG, outline: Outline): Paragraph {
  const children = [new TextRun({ text, font, size: BODY, color: '000000' })]
  return new Paragraph({
    heading: outline,
    spacing: LINE,
    indent: INDENT,
    keepNext: true,
    children,
  })
}
