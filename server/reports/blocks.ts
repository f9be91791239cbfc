/** A report as a sequence of blocks: Word, the page and print all show the same ones. */
export type Block =
  | { kind: 'title' | 'subtitle' | 'heading1' | 'heading2' | 'text' | 'own' | 'note'; text: string }
  | TableBlock
  | ChartBlock

export type TableBlock = {
  kind: 'table'
  /** 附表1　… */
  caption: string
  unit: string
  head: string[]
  rows: string[][]
}

export type ChartBlock = {
  kind: 'chart'
  number: number
  caption: string
  unit: string
  /** What the picture shows, in words. */
  description: string
  bars: { name: string; value: number; shown: string }[]
}

/** Characters that are read, without the spaces: of headings and paragraphs, not of tables and notes. */
export function narrativeLength(blocks: Block[]): number {
  const counted = new Set(['heading1', 'heading2', 'text', 'own'])
  return blocks.reduce(
    (sum, block) => sum + ('text' in block && counted.has(block.kind) ? lengthOf(block.text) : 0),
    0,
  )
}

function lengthOf(text: string): number {
  return text.match(/\S/gu)?.length ?? 0
}
