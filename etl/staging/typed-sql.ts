import type { Column, Layout } from '../layouts.ts'
import { columnSql, isBroken, shownValue, sqlType, textName } from './column-sql.ts'

/** An empty table for {@link typeRows}. */
export function typedTable({ extract, columns }: Layout): string {
  const values = columns.map((column) => `${column.name} ${sqlType(column)}`)
  const given = columns
    .filter(({ required }) => !required)
    .map(({ name }) => `${name}_given boolean`)
  return `create table typed.${extract} (
    file_id integer, line bigint, is_void boolean, ${[...values, ...given].join(', ')},
    is_faulty boolean)`
}

/**
 * Fills `typed.<extract>`: every row of `raw.<extract>` with its typed values (NULL where a value is missing
 * or broken), `<column>_given` for columns that may be missing, `is_void`, and `is_faulty` where a value
 * breaks its column's rule.
 */
export function typeRows(layout: Layout): string {
  const isVoidable = layout.columns.some(({ name }) => name === 'record_state')
  const isEmptied = (column: Column) => isVoidable && !isReadOfVoid(column)
  const values = layout.columns.map((column) =>
    isEmptied(column)
      ? `if(is_void, null, typed_row.${column.name}) as ${column.name}`
      : `typed_row.${column.name}`,
  )
  const given = layout.columns
    .filter(({ required }) => !required)
    .map((column) => {
      const unless = isEmptied(column) ? ' and not is_void' : ''
      return `${textName(column)} is not null${unless} as ${column.name}_given`
    })
  const faulty = layout.columns.map((column) => `(${isFaulty(column)})`)
  return `insert into typed.${layout.extract} by name
    ${typedRows(layout, `raw.${layout.extract}`)}
    select
      file_id, line, is_void, ${[...values, ...given].join(', ')},
      is_faulty
    from (select *, coalesce(${faulty.join(' or ')}, false) as is_faulty from typed_row) as typed_row`
}

/** A row in the quarantine for every value that breaks its column's rule. */
export function columnFaults(layout: Layout): string {
  const faults = layout.columns.map((column) => {
    const cell = textName(column)
    return `select file_id, line, '${column.zh}',
        case when ${cell} is null then '必填项为空' else ${columnSql(column).rule(cell)} end,
        ${shownValue(column, `nullif(trim(${column.name}_raw), '')`)}, '${layout.extract}'
      from faulty_row where ${isFaulty(column)}`
  })
  return `insert into intake.quarantine
    ${typedRows(layout, faultySource(layout))}, faulty_row as materialized (from typed_row)
    ${faults.join('\nunion all\n')}`
}

function faultySource({ extract }: Layout): string {
  return `(from raw.${extract} semi join (from typed.${extract} where is_faulty) using (file_id, line))`
}

/** Common table expressions up to `typed_row`. */
function typedRows(layout: Layout, source: string): string {
  const isVoid = layout.columns.some(({ name }) => name === 'record_state')
    ? `coalesce(clean(record_state) = '作废', false)`
    : 'false'
  const texts = layout.columns.map((column) => `clean(${column.name}) as ${textName(column)}`)
  const raw = layout.columns.map(({ name }) => `${name} as ${name}_raw`)
  const typed = layout.columns.map(
    (column) =>
      `cast(${columnSql(column).read(textName(column))} as ${sqlType(column)}) as ${column.name}`,
  )
  return `with marked_row as (select *, ${isVoid} as is_void from ${source}),
    text_row as (select file_id, line, is_void, ${[...texts, ...raw].join(', ')} from marked_row),
    typed_row as (select *, ${typed.join(', ')} from text_row)`
}

function isFaulty(column: Column): string {
  const missing = column.required ? ` or ${textName(column)} is null` : ''
  const faulty = `(${isBroken(column, textName(column), column.name)}${missing})`
  return isReadOfVoid(column) ? faulty : `(not is_void and ${faulty})`
}

/** Of a retraction only the key and 状态 are read: the rest of its row is empty. */
function isReadOfVoid({ key, name }: Column): boolean {
  return key || name === 'record_state'
}
