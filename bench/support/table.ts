import { cpus, totalmem } from 'node:os'

/** Prints rows of cells under their titles, as a table in Markdown. */
export function printTable(titles: readonly string[], rows: readonly (string | number)[][]): void {
  const line = (cells: readonly (string | number)[]) => `| ${cells.join(' | ')} |`
  console.log([line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n'))
}

/** What the figures were taken on. */
export function machine(): string {
  const [cpu] = cpus()
  const memory = (totalmem() / 2 ** 30).toFixed(0)
  return `${cpus().length} × ${cpu?.model ?? 'CPU'}, ${memory} GB, Node ${process.version}`
}

export function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(2)} GB`
}
