import { DuckDBInstance } from '@duckdb/node-api'

import { literal } from '../../etl/database.ts'
import { readLayouts } from '../../etl/layouts.ts'
import { sqlType } from '../../etl/staging/column-sql.ts'

/**
 * What DuckDB alone needs for an extract: its UTF-8 text files read, typed by try_cast, written to one
 * Parquet file. Usage: read-and-type DATA EXTRACT TO FILE…; prints the rows.
 */
const [data = 'data', extract = '', to = '', ...files] = process.argv.slice(2)
const layout = (await readLayouts(data)).find((one) => one.extract === extract)
if (!layout) throw new Error(`${extract} is no extract of ${data}`)

const typed = layout.columns.map(
  (column) =>
    `try_cast(${column.type === 'yes_no' ? `"${column.zh}" = '是'` : `"${column.zh}"`} as ${sqlType(column)}) as ${column.name}`,
)
const instance = await DuckDBInstance.create(':memory:', {
  memory_limit: process.env['DUCKDB_MEMORY_LIMIT'] ?? '3GB',
  preserve_insertion_order: 'false',
})
const connection = await instance.connect()
await connection.run(`copy (
  select ${typed.join(', ')}
  from read_csv([${files.map(literal).join(', ')}], header = true, all_varchar = true, delim = ',',
    quote = '"', escape = '"', union_by_name = true, ignore_errors = true)
) to ${literal(to)} (format parquet)`)
const reader = await connection.runAndReadAll(`select count(*) from ${literal(to)}`)
console.log(JSON.stringify(reader.getRowsJson()[0]?.[0]).replaceAll('"', ''))
