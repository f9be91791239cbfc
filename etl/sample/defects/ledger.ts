import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Written } from '../files/outbox.ts'

/** What a loader is expected to do with the row or file. */
export type Expect =
  | 'quarantined'
  | 'refused'
  | 'unmatched'
  | 'listed'
  | 'accepted'
  | 'superseded'
  | 'retracted'
  | 'ignored'

export interface Planted {
  /** Relative to the inbox. */
  file: string
  /** As the quarantine counts lines; 0 for a whole file. */
  line: number
  /** The Chinese header whose rule is broken; empty where the row or file as a whole is meant. */
  column: string
  defect: string
  expect: Expect
  note: string
}

/** The list of everything that was planted. */
export class Ledger {
  private readonly planted: Planted[] = []

  add(at: Written, about: Omit<Planted, 'file' | 'line'>): void {
    this.planted.push({ file: at.path, line: at.line, ...about })
  }

  write(folder: string): void {
    const sorted = [...this.planted].sort(
      (a, b) => compare(a.file, b.file) || a.line - b.line || compare(a.defect, b.defect),
    )
    const rows = sorted.map((row) =>
      [row.file, String(row.line), row.column, row.defect, row.expect, row.note].join(','),
    )
    const text = ['file,line,column,defect,expect,note', ...rows, ''].join('\n')
    writeFileSync(join(folder, 'defects.csv'), text)
  }
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b)
}
