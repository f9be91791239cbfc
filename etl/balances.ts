import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import type { DuckDBConnection } from '@duckdb/node-api'
import { parse } from 'yaml'
import { z } from 'zod'

import type { OnProgress } from './run.ts'
import { step } from './step.ts'

const balances = z.record(
  z.string(),
  z.strictObject({
    of: z.string().optional(),
    by: z.array(z.string()),
    sums: z.record(z.string(), z.string()),
  }),
)

type Balance = z.infer<typeof balances>[string]

/** The marts of etl/sql/balances.yaml. Throws where the file is no valid list. */
export async function readBalances(): Promise<Record<string, Balance>> {
  const path = join(import.meta.dirname, 'sql', 'balances.yaml')
  return balances.parse(parse(await readFile(path, 'utf8')))
}

/**
 * Makes the balances of the states that etl/sql/balances.yaml names, in their place or beside them. A row counts on
 * an as-of day where `balanced_at` is the day's and `day` not after it: the balance at the last quarter's
 * end, and each change since. A sum over these rows is the sum over the states in force on that day.
 */
export async function balanceMarts(
  connection: DuckDBConnection,
  onProgress?: OnProgress,
): Promise<void> {
  for (const [mart, balance] of Object.entries(await readBalances())) {
    const name = `结余 ${mart}`
    const isBeside = balance.of !== undefined
    const table = isBeside ? mart : `${mart}_balance`
    const sql = `create table marts.${table} as ${balanced(`marts.${balance.of ?? mart}`, balance)}`
    await step(connection, { name, onProgress }, () => connection.run(sql))
    if (isBeside) continue
    await connection.run(`drop view marts.${mart}`)
    await connection.run(`alter table marts.${table} rename to ${mart}`)
  }
}

/** The balances of the states in `states`, with the as-of days that `as_of` holds. */
export function balanced(states: string, { by, sums }: Balance, asOf = 'marts.as_of'): string {
  const keys = by.join(', ')
  const names = Object.keys(sums)
  const each = (sql: (name: string) => string) => names.map(sql).join(', ')
  const some = names.map((name) => `${name} <> 0`).join(' or ')
  const signed = Object.entries(sums).map(
    ([name, column]) => `cast(${column} as bigint) * sign as ${name}`,
  )
  return `with span as (
      select min(balanced_at) as first, max(balanced_at) as last, max(day) as end_day from ${asOf}
    ),
    step as (
      select ${keys}, ${signed.join(', ')}, day
      from (
        select *, unnest([from_day, to_day + 1]) as day, unnest([1, -1]) as sign
        from ${states} where from_day <= to_day
      )
    ),
    change as (
      select ${keys}, greatest(day, make_date((first - 1) // 4, (first - 1) % 4 * 3 + 1, 1)) as day,
        ${each((name) => `sum(${name}) as ${name}`)}
      from step cross join span
      where day <= end_day
      group by all
      having ${some}
    ),
    numbered as (
      select *, greatest(${quarterOf('day')}, first) as quarter
      from change cross join span
    ),
    quarterly as (
      select ${keys}, quarter, last, ${each((name) => `sum(${name}) as ${name}`)}
      from numbered
      where quarter <= last
      group by all
    ),
    running as (
      select ${keys}, quarter, coalesce(lead(quarter) over so_far, last + 1) as until,
        ${each((name) => `sum(${name}) over so_far as ${name}`)}
      from quarterly
      window so_far as (partition by ${keys} order by quarter)
    ),
    published as (
      select unnest(range(quarter, until)) as balanced_at, date '1900-01-01' as day, ${keys},
        ${each((name) => name)}
      from running
      where ${some}
      union all
      select least(quarter - if(${isQuarterEnd('day')}, 0, 1), last), day, ${keys}, ${each((name) => name)}
      from numbered
      where ${quarterOf('day')} > first and not (${isQuarterEnd('day')} and quarter <= last)
    )
    select
      cast(balanced_at as smallint) as balanced_at, day, ${keys},
      ${each((name) => `cast(${name} as integer) as ${name}`)}
    from published
    order by balanced_at, day > date '1900-01-01', ${keys}, day`
}

/** The quarters numbered one after the other. */
function quarterOf(day: string): string {
  return `(year(${day}) * 4 + quarter(${day}))`
}

function isQuarterEnd(day: string): string {
  return `(${day} = last_day(${day}) and month(${day}) % 3 = 0)`
}
