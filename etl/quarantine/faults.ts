import { existsSync } from 'node:fs'
import { join } from 'node:path'

import { openDatabase, rowsOf } from '../database.ts'
import { currentManifest } from '../published.ts'

/** A value that a unit has to mend, or a file; `line` is null where the whole file was refused. */
export interface Fault {
  /** The name of the unit's own file. */
  file: string
  line: number | null
  /** The unit's own column, null where the row as a whole is at fault. */
  column: string | null
  rule: string
  /** Of people's own numbers and names only the last two characters. */
  value: string | null
}

export interface Faults {
  snapshot: string
  faults: Fault[]
}

export interface Submitter {
  unit: string
  quarter: string
}

/** All that a unit still has to mend in a quarter's files. Throws an Error where nothing is published yet. */
export async function faultsOf(warehouse: string, { unit, quarter }: Submitter): Promise<Faults> {
  const snapshot = currentManifest(warehouse)?.id
  const path = join(warehouse, 'snapshots', snapshot ?? '', 'marts.duckdb')
  if (snapshot === undefined || !existsSync(path)) {
    throw new Error(
      `${warehouse} has no snapshot: load an inbox first, or name another --warehouse`,
    )
  }
  const { connection, close } = await openDatabase(path, { access_mode: 'READ_ONLY' })
  try {
    const own = await rowsOf(connection, `from file where ${isOf(unit, quarter)} limit 1`)
    if (own.length === 0) {
      throw new Error(
        `Snapshot ${snapshot} has no file of ${unit} for ${quarter}: correct --unit or --quarter`,
      )
    }
    const rows = await rowsOf(connection, listed(isOf(unit, quarter)))
    return { snapshot, faults: rows.map(faultOf) }
  } finally {
    close()
  }
}

function isOf(unit: string, quarter: string): string {
  return `unit = '${unit.replaceAll("'", "''")}' and quarter = '${quarter.replaceAll("'", "''")}'`
}

function listed(own: string): string {
  return `
    select path, null as line, null as column_name, '整个文件被拒收：' || reason as rule, null as value
    from file where ${own} and fate = 'refused'
    union all by name
    select path, line, column_name, rule, value
    from quarantine semi join (from file where ${own}) using (file_id) where state = 'open'
    order by path, line nulls first, column_name, rule`
}

function faultOf({ path, line, column_name, rule, value }: Record<string, unknown>): Fault {
  const text = (cell: unknown) => (typeof cell === 'string' ? cell : null)
  return {
    file: String(path).slice(String(path).lastIndexOf('/') + 1),
    line: line === null ? null : Number(line),
    column: text(column_name),
    rule: String(rule),
    value: text(value),
  }
}
