import type { DuckDBConnection } from '@duckdb/node-api'

import type { FileResult } from '../intake/read-extract.ts'
import { totals_rule } from '../intake/row-intake.ts'
import type { Submission } from '../submission.ts'

/**
 * `intake.submission`: each file with its unit, its quarter, its place in the order of submission and, unless
 * it is refused, its number in that order among its unit's of the extract: that stays when another unit
 * sends one more, or this unit a later one.
 */
export async function recordSubmission(
  connection: DuckDBConnection,
  { files }: Submission,
): Promise<void> {
  const numbers = new Map<string, number>()
  const numberOf = ({ unit, extract, refusal }: Submission['files'][number]) => {
    if (refusal !== null) return null
    const key = `${unit ?? ''} ${extract ?? ''}`
    const number = numbers.get(key) ?? 0
    numbers.set(key, number + 1)
    return number
  }
  const inOrder = files.toSorted((a, b) => a.submittedOrder - b.submittedOrder)
  const rows = inOrder.map((file) => ({
    ...{ file_id: file.fileId, path: file.path, unit: file.unit, quarter: file.quarter },
    ...{ extract: file.extract, submitted_order: file.submittedOrder, file_number: numberOf(file) },
  }))
  await createTable(connection, 'intake.submission', rows, {
    file_id: 'INTEGER',
    path: 'VARCHAR',
    unit: 'VARCHAR',
    quarter: 'VARCHAR',
    extract: 'VARCHAR',
    submitted_order: 'BIGINT',
    file_number: 'INTEGER',
  })
}

/** `staging.file` and `staging.quarantine`, once all extracts are staged. */
export async function recordFiles(
  connection: DuckDBConnection,
  { files }: Submission,
  results: ReadonlyMap<number, FileResult>,
): Promise<void> {
  const rows = files.map((file) => {
    const result = results.get(file.fileId)
    const reason = file.refusal ?? result?.reason ?? null
    return {
      ...{ file_id: file.fileId, path: file.path, sha256: file.sha256, bytes: file.bytes },
      ...{ unit: file.unit, quarter: file.quarter, extract: file.extract, form: file.form },
      ...{ encoding: result?.encoding ?? null, fate: reason === null ? 'accepted' : 'refused' },
      ...{ reason, rows_read: result?.rowsRead ?? 0 },
    }
  })
  await createTable(connection, 'intake.file', rows, {
    ...{ file_id: 'INTEGER', path: 'VARCHAR', sha256: 'VARCHAR', bytes: 'BIGINT' },
    ...{ unit: 'VARCHAR', quarter: 'VARCHAR', extract: 'VARCHAR', form: 'VARCHAR' },
    ...{ encoding: 'VARCHAR', fate: 'VARCHAR', reason: 'VARCHAR', rows_read: 'BIGINT' },
  })
  await connection.run(`
    insert into intake.quarantine
    select file_id, line, null, rule, null, extract
    from intake.structure_fault join intake.submission using (file_id)`)
  await mendTotals(connection)
  await connection.run(`
    create table staging.quarantine as
    select
      file_id, path, line, column_name, rule, value,
      if(m.file_id is null, 'open', 'mended') as state
    from intake.quarantine
    join intake.submission using (file_id)
    left join intake.mended m using (file_id, line)
    order by file_id, line, column_name, rule`)
  await countRows(connection)
}

/** A row of totals holds no record that could be sent again: it is mended with the unit's next accepted file. */
async function mendTotals(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    insert into intake.mended
    select file_id, line
    from intake.structure_fault join intake.submission f using (file_id)
    where rule = '${totals_rule}' and exists (
      from intake.submission later join intake.file using (file_id)
      where fate = 'accepted'
        and later.unit = f.unit and later.extract = f.extract
        and later.submitted_order > f.submitted_order
    )`)
}

async function countRows(connection: DuckDBConnection): Promise<void> {
  await connection.run(`
    create table staging.file as
    select
      f.*,
      f.rows_read - coalesce(q.rows, 0) - coalesce(c.rows, 0) as rows_accepted,
      coalesce(q.rows, 0) as rows_quarantined
    from intake.file f
    left join (
      select file_id, count(distinct line) as rows from intake.quarantine group by file_id
    ) q using (file_id)
    left join (
      select file_id, count(*) as rows from intake.listed where kind = 'copy' group by file_id
    ) c using (file_id)
    order by file_id`)
}

/** `staging.listed`: what was accepted but is to be looked at, by file and where it has one by line. */
export async function listBesides(
  connection: DuckDBConnection,
  { files, ignored }: Submission,
  results: ReadonlyMap<number, FileResult>,
): Promise<void> {
  const notes = files.flatMap(({ fileId, path }) =>
    (results.get(fileId)?.notes ?? []).map((note) => ({ file_id: fileId, path, note })),
  )
  const folders = ignored.map((path) => ({ file_id: null, path, note: '子文件夹不读取' }))
  await createTable(connection, 'intake.note', [...notes, ...folders], {
    file_id: 'INTEGER',
    path: 'VARCHAR',
    note: 'VARCHAR',
  })
  await connection.run(`
    create table staging.listed as
    select file_id, path, line, kind, column_name, rule as note, value
    from intake.listed join intake.submission using (file_id)
    union all
    select file_id, path, null, 'file', null, note, null from intake.note
    union all
    select
      file_id, path, line, 'unknown_indicator', '指标代码',
      '没有这个计划或指标，此目标不计入', plan || ' ' || indicator
    from staging.target t join intake.submission s using (file_id)
    where not is_void and not exists (
      from reference.plan_indicator i where i.plan = t.plan and i.indicator = t.indicator
    )
    order by file_id, line`)
}

async function createTable(
  connection: DuckDBConnection,
  table: string,
  rows: object[],
  columns: Record<string, string>,
): Promise<void> {
  await connection.run(
    `create table ${table} as select unnest(r) from (select unnest(from_json($1, $2)) as r)`,
    [JSON.stringify(rows), JSON.stringify([columns])],
  )
}
