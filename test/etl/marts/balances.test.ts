import { DuckDBInstance } from '@duckdb/node-api'
import { readFile } from 'node:fs/promises'
import fc from 'fast-check'
import { expect, test } from 'vitest'

import { balanced } from '../../../etl/balances.ts'

const days = ['2014-12-30', '2015-01-01', '2017-12-30', '2017-12-31', '2018-01-01', '2018-02-11']
const later = ['2018-03-30', '2018-03-31', '2018-04-01', '2018-06-30', '2019-05-05', '9999-12-31']
const day = fc.constantFrom(...days, ...later)
const state = fc.record({ leaf: fc.constantFrom('a', 'b'), from: day, to: day, due: fc.boolean() })
const balance = {
  by: ['plan', 'indicator', 'province_code', 'leaf_code'],
  sums: { due: 'is_due', reached: 'is_reached' },
}

test('balances add up to the states in force, on every as-of day', async () => {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run(`set variable as_of = date '2018-03-31'`)
  const calendar = await readFile('etl/sql/marts/as_of.sql', 'utf8')
  await connection.run(`create table as_of as ${calendar}`)
  await fc.assert(
    fc.asyncProperty(fc.array(state, { minLength: 1, maxLength: 12 }), async (states) => {
      const rows = states.map(
        ({ leaf, from, to, due }) =>
          `('p', 'i', 'x', '${leaf}', ${due}, ${!due}, date '${from}', date '${to}')`,
      )
      await connection.run(`create or replace table state as from (values ${rows.join(', ')})
        as v(plan, indicator, province_code, leaf_code, is_due, is_reached, from_day, to_day)`)
      await connection.run(
        `create or replace table balance as ${balanced('state', balance, 'as_of')}`,
      )
      const differing = await connection.runAndReadAll(`
        with figure as (
          select a.day, leaf_code, sum(due) as due, sum(reached) as reached
          from as_of a join balance b on b.balanced_at = a.balanced_at and b.day <= a.day
          group by all having due <> 0 or reached <> 0
        ),
        truth as (
          select a.day, leaf_code, sum(cast(is_due as int)), sum(cast(is_reached as int))
          from as_of a join state s on a.day between s.from_day and s.to_day
          group by all
        )
        (from figure except all from truth) union all (from truth except all from figure)`)
      expect(differing.getRowsJson()).toEqual([])
    }),
    { numRuns: 15 },
  )
})
