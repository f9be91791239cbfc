import { expect, test } from 'vitest'

import { parquetOf } from '../parquet-of.ts'
import { outcome } from '../staged-inbox.ts'

const columns = `'甲' as 机构名称, '创业孵化基地' as 机构类别, '440103' as 所在地区划代码,
  date '2016-01-31' as 成立日期`

test('Parquet that tells a row or a text once and means it a million times is refused, and others are read', async () => {
  const bombs = {
    rows: await parquetOf(`select 'I1' as 机构代码, ${columns} from range(20_000_000)`),
    texts: await parquetOf(
      `select 'I' || range as 机构代码, ${columns}, repeat('a', 20_000) as 备注 from range(10_000)`,
    ),
  }
  for (const bytes of Object.values(bombs)) expect(bytes.length).toBeLessThan(1_000_000)
  const folder = '2018Q2/440000'
  const from = process.cpuUsage()
  const found = await outcome({
    [`${folder}/institution.parquet`]: await parquetOf(`select 'I2' as 机构代码, ${columns}`),
    [`${folder}/institution-2.parquet`]: bombs.rows,
    [`${folder}/institution-3.parquet`]: bombs.texts,
  })
  const { user, system } = process.cpuUsage(from)
  console.log(`two Parquet bombs and one sound file: ${((user + system) / 1e6).toFixed(1)} s`)
  expect(found).toEqual([
    `${folder}/institution-2.parquet: 文件展开后大得不成比例（压缩炸弹）`,
    `${folder}/institution-3.parquet: 文件展开后大得不成比例（压缩炸弹）`,
    `${folder}/institution.parquet 1/1`,
  ])
})
