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

/** By how many of its keys a balance is sorted, so that a question reads little of it: all would take twice the time. */
const sorted_by = 3

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
    ([name, column]) => `cast(${column} as integer) * sign as ${name}`,
  )
  // A change on a day is part of the balances from `enters_at` on; those of the as-of days from that day
  // on that ask an earlier one, `balanced_at`, add it. What was before the first day is in all.
  return `with calendar as (
      select day, balanced_at,
        if(balanced_at = year(day) * 4 + quarter(day), balanced_at, balanced_at + 1) as enters_at
      from ${asOf}
      union all
      select min(day) - 1, min(balanced_at), min(balanced_at) from ${asOf}
    ),
    balance as (select distinct balanced_at from ${asOf}),
    span as (select min(day) as first_day, max(day) as last_day from calendar),
    step as (
      select ${keys}, if(sign > 0, from_day, to_day + 1) as day, ${signed.join(', ')}
      from ${states} cross join (values (1), (-1)) as side(sign)
      where from_day <= to_day
    ),
    change as (
      select ${keys}, greatest(day, first_day) as day,
        ${each((name) => `cast(sum(${name}) as integer) as ${name}`)}
      from step cross join span
      where day <= last_day
      group by all
      having ${some}
    ),
    dated as (from change join calendar using (day)),
    entering as (
      select ${keys}, enters_at, ${each((name) => `sum(${name}) as ${name}`)}
      from dated
      where enters_at in (from balance)
      group by all
    ),
    running as (
      select ${keys}, enters_at, lead(enters_at) over so_far as next_enters_at,
        ${each((name) => `cast(sum(${name}) over so_far as integer) as ${name}`)}
      from entering
      window so_far as (partition by ${keys} order by enters_at)
    ),
    published as (
      select balanced_at, date '1900-01-01' as day, ${keys}, ${each((name) => name)}
      from running
      join balance
        on balanced_at >= enters_at and (next_enters_at is null or balanced_at < next_enters_at)
      where ${some}
      union all
      select balanced_at, day, ${keys}, ${each((name) => name)}
      from dated
      where balanced_at < enters_at
    )
    from published
    order by balanced_at, day > date '1900-01-01', ${by.slice(0, sorted_by).join(', ')}`
}
