import type { Tally } from './accounting.ts'
import type { Layout } from './layouts.ts'

interface Loaded {
  snapshot: string
  tallies: readonly Tally[]
  refusedFiles: readonly { path: string; reason: string | null }[]
  layouts: readonly Layout[]
}

const titles = ['表', '文件', '拒收', '读入', '有效', '隔离', '被替换', '作废']

/** The table printed after a load: a row an extract, then each refused file with its reason. */
export function summaryOf({ snapshot, tallies, refusedFiles, layouts }: Loaded): string {
  const named = new Map(layouts.map(({ extract, name }) => [extract, name]))
  const rows = tallies.map((tally) => [
    tally.extract === '' ? '（不识别）' : `${tally.extract} ${named.get(tally.extract) ?? ''}`,
    ...[tally.filesAccepted + tally.filesRefused, tally.filesRefused, tally.read, tally.standing],
    ...[tally.quarantined, tally.superseded, tally.retracted],
  ])
  const table = aligned([titles, ...rows.map((row) => row.map(shown))])
  const refused = refusedFiles.map(({ path, reason }) => `拒收 ${path}：${reason ?? ''}`)
  return [table, ...refused, `已发布快照 ${snapshot}`].join('\n')
}

function shown(cell: string | number): string {
  return typeof cell === 'number' ? cell.toLocaleString('en-US') : cell
}

function aligned(rows: string[][]): string {
  const widths = titles.map((_, at) => Math.max(...rows.map((row) => width(row[at] ?? ''))))
  const line = (row: string[]) =>
    row.map((cell, at) => pad(cell, widths[at] ?? 0, at === 0)).join('  ')
  return rows.map(line).join('\n')
}

function pad(cell: string, to: number, left: boolean): string {
  const space = ' '.repeat(to - width(cell))
  return left ? cell + space : space + cell
}

/** Chinese characters take two columns of a terminal. */
function width(text: string): number {
  return text.length + (text.match(/[\u2e80-\uffef]/g)?.length ?? 0)
}
