import type { DuckDBConnection } from '@duckdb/node-api'

import { identifier, literal, rowsOf } from '../database.ts'
import type { Layout } from '../layouts.ts'
import { headerRefusal, matchHeader } from './header.ts'
import { pathName, swollenAmong } from './parquet-size.ts'
import { Refusal } from './refusal.ts'
import { totals_rule, type Counted } from './row-intake.ts'

interface Column {
  title: string
  /** Empty for a column that holds others. */
  type: string
}

/** File id by path; a path has the form `…/<file id>.parquet`, with nothing that a glob would read. */
export type ParquetFiles = ReadonlyMap<string, number>

/**
 * Reads Parquet files into `raw.<extract>`, every column as text; a row's line is its number in the
 * file. Answers for each file id what was read, or the Refusal of a file that lacks a required column or
 * is no Parquet file.
 */
export async function readParquetFiles(
  connection: DuckDBConnection,
  layout: Layout,
  files: ParquetFiles,
): Promise<Map<number, Counted | Refusal>> {
  const results = new Map<number, Counted | Refusal>()
  const alike = new Map<string, { columns: Column[]; paths: string[] }>()
  for (const [path, columns] of await schemasOf(connection, [...files.keys()])) {
    if (columns instanceof Refusal) {
      results.set(files.get(path) ?? 0, columns)
      continue
    }
    const key = JSON.stringify(columns)
    const group = alike.get(key) ?? { columns, paths: [] }
    alike.set(key, { columns, paths: [...group.paths, path] })
  }
  for (const { columns, paths } of alike.values()) {
    const bombs = await swollenAmong(connection, paths, columns)
    for (const path of bombs) results.set(files.get(path) ?? 0, swollen())
    const sound = paths.filter((path) => !bombs.has(path))
    if (sound.length > 0)
      await readGroup(connection, { layout, files, columns, paths: sound }, results)
  }
  await countRows(connection, layout, results)
  return results
}

async function schemasOf(
  connection: DuckDBConnection,
  paths: string[],
): Promise<Map<string, Column[] | Refusal>> {
  if (paths.length === 0) return new Map()
  try {
    const rows = await rowsOf(
      connection,
      `select
        file_name, name, coalesce(duckdb_type, '') as type,
        cast(coalesce(num_children, 0) as integer) as children
      from parquet_schema([${paths.map(literal).join(', ')}]) order by file_name, column_id`,
    )
    const nodes = new Map(paths.map((path) => [path, [] as typeof rows]))
    for (const row of rows) nodes.get(String(row['file_name']))?.push(row)
    return new Map(paths.map((path) => [path, outermost(nodes.get(path) ?? [])]))
  } catch {
    return eachAlone(paths, unreadable(), (path) => schemasOf(connection, [path]))
  }
}

/** The columns of a schema told depth first, below its root; what lies within a column is left out. */
function outermost(nodes: readonly Record<string, unknown>[]): Column[] {
  const columns: Column[] = []
  let within = 0
  for (const { name, type, children } of nodes.slice(1)) {
    if (within === 0) {
      columns.push({ title: String(name), type: Number(children) > 0 ? '' : String(type) })
    }
    within += Number(children) - (within > 0 ? 1 : 0)
  }
  return columns
}

/** When files fail together, finds out which of them do. */
async function eachAlone<T>(
  paths: string[],
  refusal: Refusal,
  read: (path: string) => Promise<Map<string, T | Refusal>>,
): Promise<Map<string, T | Refusal>> {
  const [only] = paths
  if (only !== undefined && paths.length === 1) return new Map([[only, refusal]])
  const found = new Map<string, T | Refusal>()
  for (const path of paths) {
    for (const [key, value] of await read(path)) found.set(key, value)
  }
  return found
}

interface Group {
  layout: Layout
  files: ParquetFiles
  columns: Column[]
  paths: string[]
}

async function readGroup(
  connection: DuckDBConnection,
  group: Group,
  results: Map<number, Counted | Refusal>,
): Promise<void> {
  const { files, paths } = group
  let result: Counted | Refusal
  try {
    result = { rowsRead: 0, extra: await insertRows(connection, group) }
  } catch (error) {
    if (!(error instanceof Refusal) && paths.length > 1) {
      for (const path of paths) await readGroup(connection, { ...group, paths: [path] }, results)
      return
    }
    result = error instanceof Refusal ? error : unreadable()
  }
  for (const path of paths) results.set(files.get(path) ?? 0, result)
}

/** Answers the headers that are not of the extract. */
async function insertRows(connection: DuckDBConnection, group: Group): Promise<string[]> {
  const { layout, columns } = group
  const titles = columns.map(({ title }) => title)
  const header = matchHeader(layout, titles)
  if (!header) throw headerRefusal(layout, [titles])
  const cells = columns.flatMap((column, at) => {
    const name = header.names[at] ?? null
    const isNestedExtra = name === null && column.type === ''
    return isNestedExtra ? [] : [{ name, place: `cell_${String(at)}`, text: textOf(column) }]
  })
  const found = cells.filter(({ name }) => name !== null)
  const page = pageOf(
    group,
    cells.map(({ place, text }) => `${text} as ${place}`),
  )
  const places = cells.map(({ place }) => place)
  const first = `coalesce(${places.map(unlessMissing).join(', ')}, '')`
  const raw = `raw.${layout.extract}`
  // A condition would be asked of the cells before they are texts, and make texts of them once more.
  await connection.run(`
    insert into ${raw} (file_id, line, shape, ${found.map(({ name }) => name).join(', ')})
    select file_id, line,
      case
        when first = '' then if(concat(${places.join(', ')}) = '', 'blank', null)
        when contains(first, '计') then if(regexp_full_match(first, '[合总小]\\s*计'), 'totals', null)
      end,
      ${found.map(({ place }) => place).join(', ')}
    from (select *, ${first} as first from (${page}))`)
  await connection.run(`
    insert into intake.structure_fault
    select file_id, line, '${totals_rule}' from ${raw} where shape = 'totals'`)
  await connection.run(`delete from ${raw} where shape is not null`)
  return header.extra
}

/**
 * The rows of the files, with `file_id`, `line` and these cells. DuckDB numbers no rows of a file that has
 * a column `file_row_number`: they are counted as they come, a file at a time.
 */
function pageOf({ columns, paths, files }: Group, cells: readonly string[]): string {
  const path = pathName(columns)
  const isNumbered = !columns.some(({ title }) => title.toLowerCase() === 'file_row_number')
  const page = (some: string[], id: string) => `select
      ${id} as file_id, ${isNumbered ? 'file_row_number + 1' : 'row_number() over ()'} as line,
      ${cells.join(', ')}
    from read_parquet([${some.map(literal).join(', ')}],
      file_row_number = ${String(isNumbered)}, filename = '${path}')`
  if (!isNumbered) {
    return paths.map((one) => page([one], String(files.get(one) ?? 0))).join(' union all ')
  }
  return page(paths, String.raw`cast(regexp_extract(${path}, '(\d+)\.parquet$', 1) as integer)`)
}

async function countRows(
  connection: DuckDBConnection,
  { extract }: Layout,
  results: Map<number, Counted | Refusal>,
): Promise<void> {
  const ids = [...results.keys()].join(', ')
  if (ids === '') return
  const rows = await rowsOf(
    connection,
    `select file_id, cast(count(*) as integer) as read
    from (select file_id from raw.${extract} union all select file_id from intake.structure_fault)
    where file_id in (${ids}) group by file_id`,
  )
  for (const { file_id, read } of rows) {
    const result = results.get(Number(file_id))
    if (result && !(result instanceof Refusal)) {
      results.set(Number(file_id), { ...result, rowsRead: Number(read) })
    }
  }
}

/** A number without a fraction is written without a point, a truth value as TRUE or FALSE. */
function textOf({ title, type }: Column): string {
  const column = identifier(title)
  if (type === 'BOOLEAN') return `upper(cast(${column} as varchar))`
  if (unspaced.test(type)) return `cast(${column} as varchar)`
  if (type !== 'DOUBLE' && type !== 'FLOAT') return `trimmed(cast(${column} as varchar))`
  const whole = `cast(cast(${column} as bigint) as varchar)`
  return `if(${column} = trunc(${column}) and abs(${column}) < 1e15, ${whole}, cast(${column} as varchar))`
}

/** Types whose text has no spaces around it. */
const unspaced = /^(DATE|U?(TINY|SMALL|BIG|HUGE)?INT(EGER)?|DECIMAL\(.*\))$/

function unlessMissing(text: string): string {
  return `if(${text} in ('', '-', '/', '无'), null, ${text})`
}

function unreadable(): Refusal {
  return new Refusal('不是有效的 Parquet 文件，或文件被截断')
}

function swollen(): Refusal {
  return new Refusal('文件展开后大得不成比例（压缩炸弹）')
}
