import { dayText } from '../days.ts'
import type { Form } from '../forms.ts'
import type { Layout } from '../layout.ts'

/** A date is given as its day number, yes/no as a boolean, missing as ''. */
export type Cell = string | number | boolean

export interface OutColumn {
  /** Index in the extract's own column list; -1 for a column that is not of the extract. */
  readonly from: number
  readonly zh: string
  readonly type: string
  readonly missing: string
}

/** A file that rows are added to; `add` answers the line by which a person finds the row. */
export interface RowFile {
  readonly path: string
  readonly rows: number
  add(cells: readonly Cell[]): number
  /** A line of texts as they are, with whatever number of cells. CSV only. */
  addRaw(texts: readonly string[]): number
  close(): Promise<void>
}

/** The extract's columns in the order and company in which this unit writes them. */
export function outColumns(layout: Layout, form: Form): OutColumn[] {
  const own = layout.columns.map((column, from) => ({
    from,
    zh: column.zh,
    type: column.name === 'household' ? 'household' : column.type,
    missing: column.required ? '' : form.missing,
  }))
  const turn = form.turn % own.length
  const turned = [...own.slice(turn), ...own.slice(0, turn)]
  const extra = { from: -1, zh: form.extra ?? '', type: 'text', missing: '' }
  return form.extra ? [...turned, extra] : turned
}

export function cellText(cell: Cell | undefined, column: OutColumn, form: Form): string {
  if (cell === undefined || cell === '') return column.missing
  if (typeof cell === 'boolean') return cell ? form.yes_no[0] : form.yes_no[1]
  if (typeof cell === 'number') {
    return column.type === 'date' ? dayText(cell, form.dates) : String(cell)
  }
  if (column.type === 'household') return householdText(cell, form)
  return cell
}

function householdText(cell: string, form: Form): string {
  if (cell === '城镇') return form.household[0]
  return cell === '农村' ? form.household[1] : cell
}
