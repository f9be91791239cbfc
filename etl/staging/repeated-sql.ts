import { keyColumns, type Column, type Layout } from '../layouts.ts'
import { shownValue } from './column-sql.ts'

/**
 * A key more than once in one file: `intake.repeated` has those rows with the first line of the key and
 * how many different rows share it. Rows quarantined for another reason have no part in it.
 */
export function repeatedRows(layout: Layout): string {
  const keys = keyColumns(layout).map(({ name }) => name)
  const values = layout.columns.map(({ name }) => name).filter((name) => name !== 'record_state')
  const same = keys.map((key) => `r.${key} is not distinct from t.${key}`).join(' and ')
  return `create or replace table intake.repeated as
    with sound as (
      from typed.${layout.extract}
      anti join (from intake.quarantine where extract = '${layout.extract}') using (file_id, line)
    ),
    suspect as (
      from sound
      where hash(file_id, ${keys.join(', ')}) in (
        select hash(file_id, ${keys.join(', ')}) as key from sound group by key having count(*) > 1
      )
    ),
    repeated as (
      select file_id, ${keys.join(', ')}, min(line) as first_line,
        count(distinct row(${[...values, 'is_void'].join(', ')})) as variants
      from suspect group by file_id, ${keys.join(', ')} having count(*) > 1
    )
    select t.file_id, t.line, r.first_line, r.variants, ${keyShown(layout)} as value
    from suspect t join repeated r on r.file_id = t.file_id and ${same}`
}

export function quarantineConflicts(layout: Layout): string {
  return `insert into intake.quarantine
    select file_id, line, '${keyTitle(layout)}',
      '同一文件内主键相同的记录内容不同，全部隔离（首见于第 ' || first_line || ' 行）', value, '${layout.extract}'
    from intake.repeated where variants > 1`
}

/** Copies of a row in one file count once, and are listed. */
export function listCopies(layout: Layout): string {
  return `insert into intake.listed
    select file_id, line, '${keyTitle(layout)}', '与第 ' || first_line || ' 行相同，只计一次', value, 'copy'
    from intake.repeated where variants = 1 and line <> first_line`
}

function keyTitle(layout: Layout): string {
  return keyColumns(layout)
    .map(({ zh }) => zh)
    .join('+')
}

function keyShown(layout: Layout): string {
  const cell = (column: Column) => shownValue(column, `cast(t.${column.name} as varchar)`)
  return `concat_ws(' + ', ${keyColumns(layout).map(cell).join(', ')})`
}
