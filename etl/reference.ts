import { open } from 'node:fs/promises'
import { join } from 'node:path'

import type { DuckDBConnection } from '@duckdb/node-api'

const tables = {
  region_unit: {
    code: 'varchar',
    name: 'varchar',
    level: 'varchar',
    kind: 'varchar',
    parent_code: 'varchar',
    valid_from: 'date',
    valid_to: 'date',
  },
  region_successor: {
    old_code: 'varchar',
    new_code: 'varchar',
    changed_on: 'date',
    day_known: 'varchar',
    kind_of_change: 'varchar',
    source: 'varchar',
  },
  region_scheme: { scheme: 'varchar', province_code: 'varchar', group: 'varchar' },
  levy_rule: {
    valid_from: 'date',
    valid_to: 'date',
    wage_cap_multiple: 'decimal(4, 2)',
    share_from: 'decimal(5, 4)',
    factor_from_share: 'decimal(3, 2)',
    factor_below_share: 'decimal(3, 2)',
    exempt_employees: 'integer',
    exempt_unit_types: 'varchar',
    document: 'varchar',
  },
  levy_ratio: {
    province_code: 'varchar',
    ratio: 'decimal(7, 5)',
    valid_from: 'date',
    source: 'varchar',
    verified: 'varchar',
  },
  local_average_wage: {
    province_code: 'varchar',
    year: 'smallint',
    average_wage: 'decimal(14, 2)',
    source: 'varchar',
  },
}

/**
 * Loads `<dataDir>/reference/*.csv` into tables of the same name in the schema `reference`.
 * Throws an Error that names the file and what is wrong with it.
 */
export async function loadReference(connection: DuckDBConnection, dataDir: string): Promise<void> {
  await connection.run('create schema if not exists reference')
  for (const [table, columns] of Object.entries(tables)) {
    await loadTable(connection, table, columns, join(dataDir, 'reference', `${table}.csv`))
  }
  await refuseUnknownSuccessors(connection, join(dataDir, 'reference', 'region_successor.csv'))
}

async function loadTable(
  connection: DuckDBConnection,
  table: string,
  columns: Record<string, string>,
  path: string,
): Promise<void> {
  await requireHeader(path, Object.keys(columns).join(','))
  const types = Object.entries(columns).map(([name, type]) => `'${name}': '${type}'`)
  await connection.run(
    `create or replace table reference.${table} as
    from read_csv($1, columns = {${types.join(', ')}}, header = true, auto_detect = false,
      delim = ',', quote = '"', escape = '"', nullstr = '', strict_mode = true)`,
    [path],
  )
}

async function requireHeader(path: string, expected: string): Promise<void> {
  const file = await open(path)
  try {
    for await (const line of file.readLines()) {
      if (line === expected) return
      throw new Error(`${path}, line 1: expected the header ${expected}, found ${line}`)
    }
    throw new Error(`${path} is empty: expected the header ${expected}`)
  } finally {
    await file.close()
  }
}

async function refuseUnknownSuccessors(connection: DuckDBConnection, path: string): Promise<void> {
  const reader = await connection.runAndReadAll(`
    select old_code || ' has the successor ' || new_code from reference.region_successor
    where new_code not in (select code from reference.region_unit)`)
  const found = reader.getRowsJson()[0]?.[0]
  if (typeof found !== 'string') return
  throw new Error(
    `${path}: ${found}, which is not in region_unit.csv; add that unit or correct the code`,
  )
}
