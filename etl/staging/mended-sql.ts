import { keyColumns, type Layout } from '../layouts.ts'
import { cardOf, personOf } from './staged-sql.ts'
import { partRows } from './unit-parts.ts'

/** The columns that are an extract's key in `staging.<extract>`. */
function stagedKey(layout: Layout): string[] {
  return keyColumns(layout).flatMap(({ name, type }) =>
    type === 'certificate' ? ['person_id', 'card'] : [name],
  )
}

/**
 * `intake.mendable`: the quarantined rows of `typed.<extract>` whose key can be read, with the key as it is
 * staged: no row of which it cannot be told whose it is is ever mended.
 */
export function mendableRows(layout: Layout): string {
  const own = `(from intake.quarantine where extract = '${layout.extract}')`
  const keys = keyColumns(layout)
  const values = keys.flatMap((column) => {
    const value = `t.${column.name}`
    if (column.type !== 'certificate') return [value]
    return [`${personOf(column, value)} as person_id`, `${cardOf(column, value)} as card`]
  })
  return `create or replace table intake.mendable as
    select t.file_id, t.line, ${values.join(', ')}
    from typed.${layout.extract} t
    semi join ${own} q on q.file_id = t.file_id and q.line = t.line
    ${withReadableKey(layout)}`
}

/** A part of a longer key may be missing for good, as 年度 of 全期: where it is broken, a fault names it. */
function withReadableKey(layout: Layout): string {
  const keys = keyColumns(layout)
  if (keys.length < 2) return keys.map(({ name }) => `where t.${name} is not null`).join('')
  const titles = keys.map(({ zh }) => `'${zh}'`).join(', ')
  return `anti join (
      from intake.quarantine where extract = '${layout.extract}' and column_name in (${titles})
    ) k on k.file_id = t.file_id and k.line = t.line`
}

/** Adds to `intake.mendable` what files that are not read again left to be mended: `fates` tell it. */
export function mendableBefore(layout: Layout, fates: readonly string[]): string {
  return `insert into intake.mendable
    with before as (${partRows(layout.extract, fates)})
    select file_id, line, ${stagedKey(layout).join(', ')} from before
    anti join (from before where fate = 'mended') using (file_id, line)
    where fate = 'mendable'`
}

/**
 * `intake.mended`: the mendable rows whose record the same unit has sent again in a later file, sound or
 * withdrawn. `staged` are the rows of the extract that are sound.
 */
export function mendedRows(layout: Layout, staged: string): string {
  const same = stagedKey(layout).map((key) => `s.${key} is not distinct from m.${key}`)
  return `insert into intake.mended
    select m.file_id, m.line
    from intake.mendable m
    join intake.submission f on f.file_id = m.file_id
    semi join (${staged}) s
      on s.unit = f.unit and s.submitted_order > f.submitted_order and ${same.join(' and ')}`
}
