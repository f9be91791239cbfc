import type { DuckDBConnection } from '@duckdb/node-api'

import { identifier, literal, rowsOf } from '../database.ts'
import type { Layout } from '../layouts.ts'
import { headerRefusal, matchHeader } from './header.ts'
import { Refusal } from './refusal.ts'
import type { Counted } from './row-intake.ts'

interface Source {
  /** A path without characters that a glob would read. */
  path: string
  fileId: number
  layout: Layout
}

/**
 * Reads a Parquet file into `raw.<extract>`, every column as text; a row's line is its number. Throws a
 * Refusal where a required column is missing or it is no Parquet file.
 */
export async function readParquet(
  connection: DuckDBConnection,
  source: Source,
): Promise<Counted> {
  const schema = await schemaOf(connection, source.path)
  const titles = schema.map(({ title }) => title)
  const header = matchHeader(source.layout, titles)
  if (!header) throw headerRefusal(source.layout, [titles])
  const found = header.names.flatMap((name, at) => {
    const column = schema[at]
    return name === null || !column ? [] : [{ name, text: textOf(column) }]
  })
  const cells = schema.map(textOf)
  const page = `from read_parquet(${literal(source.path)}, file_row_number = true)`
  const filled = `concat(${cells.join(', ')}) <> ''`
  const totals = `regexp_full_match(coalesce(${cells.map(unlessMissing).join(', ')}, ''), '[合总小]\\s*计')`
  const names = found.map(({ name }) => name).join(', ')
  try {
    const rows = await connection.run(`
      insert into raw.${source.layout.extract} (file_id, line, ${names})
      select ${source.fileId}, file_row_number + 1, ${found.map(({ text }) => text).join(', ')}
      ${page} where ${filled} and not ${totals}`)
    const faults = await connection.run(`
      insert into intake.structure_fault
      select ${source.fileId}, file_row_number + 1, '合计行不是记录' ${page} where ${totals}`)
    return { rowsRead: rows.rowsChanged + faults.rowsChanged, extra: header.extra }
  } catch (error) {
    throw unreadable(error)
  }
}

interface ParquetColumn {
  title: string
  type: string
}

async function schemaOf(connection: DuckDBConnection, path: string): Promise<ParquetColumn[]> {
  try {
    const rows = await rowsOf(
      connection,
      `select name, coalesce(duckdb_type, '') as type from parquet_schema(${literal(path)})
      where num_children is null`,
    )
    return rows.map(({ name, type }) => ({ title: String(name), type: String(type) }))
  } catch (error) {
    throw unreadable(error)
  }
}

/** A number without a fraction is written without a point, a truth value as TRUE or FALSE. */
function textOf({ title, type }: ParquetColumn): string {
  const column = identifier(title)
  if (type === 'BOOLEAN') return `upper(cast(${column} as varchar))`
  if (type !== 'DOUBLE' && type !== 'FLOAT') return `trim(cast(${column} as varchar))`
  const whole = `cast(cast(${column} as bigint) as varchar)`
  return `if(${column} = trunc(${column}) and abs(${column}) < 1e15, ${whole}, cast(${column} as varchar))`
}

function unlessMissing(text: string): string {
  return `if(${text} in ('', '-', '/', '无'), null, ${text})`
}

function unreadable(error: unknown): Refusal {
  if (error instanceof Refusal) return error
  return new Refusal('不是有效的 Parquet 文件，或文件被截断')
}
