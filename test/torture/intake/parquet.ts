import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

import { openDatabase, rowsOf } from '../../../etl/database.ts'
import { Dice } from '../../differential/dice.ts'
import { withStaged } from '../../etl/staged-inbox.ts'
import { mutatedBytes } from './mutation.ts'

async function wholeFile(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'parquet-'))
  const { connection, close } = await openDatabase(':memory:')
  try {
    await connection.run(`
      copy (
        select 'I' || i as 机构代码, '甲' || i as 机构名称, '创业孵化基地' as 机构类别,
          440103 as 所在地区划代码, date '2016-01-01' + i::integer as 成立日期, i as 容量
        from range(40) t(i)
      ) to '${join(folder, 'whole.parquet')}' (format parquet)`)
    return readFileSync(join(folder, 'whole.parquet'))
  } finally {
    close()
    rmSync(folder, { recursive: true })
  }
}

/** Loads mutated Parquet files together; answers how many were accepted and how many refused. */
export async function parquetFuzzed(seed: number, count: number) {
  const dice = new Dice(seed)
  const whole = await wholeFile()
  const files = Array.from({ length: count }, (_, at) => [
    `2018Q2/440000/institution-${at}.parquet`,
    mutatedBytes(whole, dice),
  ])
  return withStaged(Object.fromEntries(files) as Record<string, Buffer>, async (staged) => {
    const [found] = await rowsOf(
      staged,
      `select cast(count(*) filter (fate = 'accepted') as integer) as accepted,
        cast(count(*) filter (fate = 'refused') as integer) as refused from staging.file`,
    )
    return { accepted: Number(found?.['accepted']), refused: Number(found?.['refused']) }
  })
}
