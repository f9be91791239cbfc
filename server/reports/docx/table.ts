import {
  AlignmentType,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type FileChild,
} from 'docx'
import type { TableBlock } from '../blocks.ts'
import { HEITI } from './fonts.ts'

const SOURCE = '资料来源：残疾人就业目标监测系统'

/** 五号 in half points. */
const SMALL = 21
/** Shares of the width, in percent: the name first. */
const FIRST = 28

/**
 * Caption with its number above, the table with its head repeated on each page, unit and source below;
 * all on one page where a page can hold it: each row is kept with the next, the last with the source.
 */
export function tableBlocks({ caption, unit, head, rows }: TableBlock): FileChild[] {
  const others = (100 - FIRST) / (head.length - 1)
  const width = (at: number) => ({ size: at === 0 ? FIRST : others, type: WidthType.PERCENTAGE })
  const line = (cells: string[], isHead: boolean) =>
    new TableRow({
      tableHeader: isHead,
      cantSplit: true,
      children: cells.map((text, at) => cell(text, { isHead, isName: at === 0, width: width(at) })),
    })
  return [
    captionParagraph(caption),
    new Table({
      width: { size: 100, type: WidthType.PERCENTAGE },
      rows: [line(head, true), ...rows.map((row) => line(row, false))],
    }),
    sourceParagraph(unit),
  ]
}

export function captionParagraph(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 240, after: 80 },
    children: [new TextRun({ text, font: HEITI, size: 24 })],
  })
}

export function sourceParagraph(unit: string): Paragraph {
  const text = `单位：${unit}。${SOURCE}`
  return new Paragraph({
    spacing: { before: 60, after: 120 },
    children: [new TextRun({ text, size: SMALL })],
  })
}

type CellLook = {
  isHead: boolean
  isName: boolean
  width: { size: number; type: typeof WidthType.PERCENTAGE }
}

function cell(text: string, { isHead, isName, width }: CellLook): TableCell {
  const alignment = isHead
    ? AlignmentType.CENTER
    : isName
      ? AlignmentType.LEFT
      : AlignmentType.RIGHT
  const run = isHead ? { text, size: SMALL, font: HEITI } : { text, size: SMALL }
  return new TableCell({
    width,
    verticalAlign: VerticalAlignTable.CENTER,
    margins: { left: 60, right: 60, top: 10, bottom: 10 },
    children: [new Paragraph({ alignment, keepNext: true, children: [new TextRun(run)] })],
  })
}
