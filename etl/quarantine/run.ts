import { writeFileSync } from 'node:fs'

import { faultsOf } from './faults.ts'
import { mendList } from './mend-list.ts'

export interface MendListInput {
  warehouse: string
  unit: string | undefined
  quarter: string | undefined
  to: string | undefined
}

/** Writes a unit's list to mend; answers what to say of it. Throws an Error that says what to correct. */
export async function writeMendList({
  warehouse,
  unit,
  quarter,
  to,
}: MendListInput): Promise<string> {
  if (unit === undefined || quarter === undefined || to === undefined) {
    throw new Error(
      'Name the unit, the quarter and the file: npm run etl -- quarantine --unit 440000 --quarter 2018Q2 --to FILE.xlsx',
    )
  }
  if (!to.toLowerCase().endsWith('.xlsx'))
    throw new Error(`${to}: expected a name that ends in .xlsx`)
  const found = await faultsOf(warehouse, { unit, quarter })
  writeFileSync(to, await mendList(found, { unit, quarter }))
  return `${to}：${unit} ${quarter} 有 ${found.faults.length} 处需要修改（快照 ${found.snapshot}）`
}
