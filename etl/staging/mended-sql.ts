import { keyColumns, type Column, type Layout } from '../layouts.ts'
import { cardOf, personOf } from './staged-sql.ts'

/**
 * `intake.mended`: the quarantined rows whose record the same unit has sent again in a later file, sound or
 * withdrawn. A row whose key cannot be read is never among them. `staged` are the rows of `typed.<extract>`
 * that are sound.
 */
export function mendedRows(layout: Layout, staged: string): string {
  const { extract } = layout
  const own = `(from intake.quarantine where extract = '${extract}')`
  const same = keyColumns(layout).map(isSame).join(' and ')
  return `insert into intake.mended
    select t.file_id, t.line
    from typed.${extract} t
    join intake.submission f on f.file_id = t.file_id
    semi join ${own} q on q.file_id = t.file_id and q.line = t.line
    ${withReadableKey(layout)}
    semi join (${staged}) s
      on s.unit = f.unit and s.submitted_order > f.submitted_order and ${same}`
}

function isSame(column: Column): string {
  const { name, type } = column
  const value = `t.${name}`
  if (type === 'certificate')
    return `s.person_id = ${personOf(column, value)} and s.card = ${cardOf(column, value)}`
  return `s.${name} is not distinct from ${value}`
}

/** A part of a longer key may be missing for good, as 年度 of 全期: where it is broken, a fault names it. */
function withReadableKey(layout: Layout): string {
  const keys = keyColumns(layout)
  if (keys.length < 2) return ''
  const titles = keys.map(({ zh }) => `'${zh}'`).join(', ')
  return `anti join (
      from intake.quarantine where extract = '${layout.extract}' and column_name in (${titles})
    ) k on k.file_id = t.file_id and k.line = t.line`
}
