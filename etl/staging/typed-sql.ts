import type { Column, Layout } from '../layouts.ts'
import { columnSql, shownValue, sqlType } from './column-sql.ts'

/**
 * `typed.<extract>`: every row that was read, with its typed values (NULL where a value is missing or
 * broken), `is_void`, and `is_faulty` where a value breaks its column's rule, then with the `cells` as they
 * came; and `<column>_given` where one of the `checks` asks whether a value was there. The rows lie in
 * `typed.<extract>_row`. A row of a plain text file has no line there: it is known by the row's place.
 */
export function typedTable(layout: Layout, checks: readonly string[]): string {
  const values = layout.columns.map((column) => `${column.name} ${sqlType(column)}`)
  const given = givenColumns(layout, checks).map(({ name }) => `${name}_given boolean`)
  const rows = `typed.${layout.extract}_row`
  return `create or replace table ${rows} (
      file_id integer, shift bigint, line bigint, is_void boolean, ${[...values, ...given].join(', ')},
      is_faulty boolean, cells varchar[]
    );
    create or replace view typed.${layout.extract} as
    select * exclude (shift, line), coalesce(rowid - shift, line) as line from ${rows}`
}

/** Adds the rows of `source`: `file_id`, `line` or `shift`, and the cells as they came. */
export function typedRows(layout: Layout, source: string, checks: readonly string[]): string {
  const isVoidable = layout.columns.some(({ name }) => name === 'record_state')
  const isEmptied = (column: Column) => isVoidable && !isReadOfVoid(column)
  const values = layout.columns.map((column) =>
    isEmptied(column) ? `if(is_void, null, ${column.name}) as ${column.name}` : column.name,
  )
  const given = givenColumns(layout, checks).map((column) => {
    const unless = isEmptied(column) ? ' and not is_void' : ''
    return `not is_missing(${rawName(column)})${unless} as ${column.name}_given`
  })
  const faulty = layout.columns.map((column) => `(${isFaulty(column)})`)
  return `insert into typed.${layout.extract}_row
    ${readRows(layout, source)}
    select
      file_id, shift, line, is_void, ${[...values, ...given].join(', ')},
      is_faulty, if(is_faulty, [${layout.columns.map(rawName).join(', ')}], null) as cells
    from (select *, coalesce(${faulty.join(' or ')}, false) as is_faulty from read_row)`
}

function givenColumns({ columns }: Layout, checks: readonly string[]): Column[] {
  return columns.filter(({ name }) => checks.some((check) => check.includes(`${name}_given`)))
}

/** A row in the quarantine for every value that breaks its column's rule. */
export function columnFaults(layout: Layout): string {
  const names = layout.columns.map(namesOf)
  const cells = names.map(({ raw }, at) => `cells[${String(at + 1)}] as ${raw}`)
  const texts = names.map(({ raw, text }) => `clean(${raw}) as ${text}`)
  const faults = layout.columns.map((column) => {
    const { raw, text } = namesOf(column)
    return `select file_id, line, '${column.zh}',
        if(${text} is null, '必填项为空', ${columnSql(column).rule(text)}),
        ${shownValue(column, `nullif(trim(${raw}), '')`)}, '${layout.extract}'
      from faulty_row where ${isFaulty(column)}`
  })
  return `insert into intake.quarantine
    with raw_row as (select *, ${cells.join(', ')} from typed.${layout.extract} where is_faulty),
    faulty_row as materialized (select *, ${texts.join(', ')} from raw_row)
    ${faults.join('\nunion all\n')}`
}

/**
 * Common table expressions up to `read_row`, with each column as it came, its `text` and typed. Most cells
 * can be read as they came: only the others are cleaned, and have a `text`. What a certificate's rule asks
 * more than once stands in a column of its own: DuckDB shares no expression inside a CASE or an AND.
 */
function readRows(layout: Layout, source: string): string {
  const isVoid = layout.columns.some(({ name }) => name === 'record_state')
    ? `record_state is not null and coalesce(clean(record_state) = '作废', false)`
    : 'false'
  const each = (sql: (column: Column, names: Names) => string | null) =>
    layout.columns.map((column) => sql(column, namesOf(column))).filter((one) => one !== null)
  const raw = each(({ name }, { raw }) => `${name} as ${raw}`)
  const sums = each(({ type }, { raw }) =>
    type === 'certificate' ? `certificate_sums(${raw}) as ${raw}_sums` : null,
  )
  const direct = each(
    (column, { raw, direct }) => `${columnSql(column).readAsItCame(raw)} as ${direct}`,
  )
  const text = each(
    (_, { raw, direct, text }) =>
      `if(${direct} is null and ${raw} is not null, clean(${raw}), null) as ${text}`,
  )
  const read = each((column, { direct, text }) => {
    const value = `coalesce(${direct}, ${columnSql(column).read(text)})`
    return `cast(${value} as ${sqlType(column)}) as ${column.name}`
  })
  const own = each((_, { raw, text }) => `${raw}, ${text}`)
  return `with raw_row as (
      select file_id, shift, line, ${isVoid} as is_void, ${raw.join(', ')} from (${source})
    ),
    summed_row as (select *${sums.map((one) => `, ${one}`).join('')} from raw_row),
    direct_row as (select *${direct.map((one) => `, ${one}`).join('')} from summed_row),
    text_row as (select *, ${text.join(', ')} from direct_row),
    read_row as (
      select file_id, shift, line, is_void, ${[...own, ...read].join(', ')} from text_row
    )`
}

interface Names {
  raw: string
  direct: string
  text: string
}

function namesOf(column: Column): Names {
  const { name } = column
  return { raw: rawName(column), direct: `${name}_direct`, text: `${name}_text` }
}

function rawName({ name }: Column): string {
  return `${name}_raw`
}

/** A missing cell has no text; of a value that was read the text need not be known. */
function isFaulty(column: Column): string {
  const { text } = namesOf(column)
  return [
    ...(isReadOfVoid(column) ? [] : ['not is_void']),
    `${column.name} is null`,
    ...(column.required ? [] : [`${text} is not null`]),
    ...(column.type === 'year_or_whole' ? [`${text} is distinct from '全期'`] : []),
  ].join(' and ')
}

/** Of a retraction only the key and 状态 are read: the rest of its row is empty. */
function isReadOfVoid({ key, name }: Column): boolean {
  return key || name === 'record_state'
}
