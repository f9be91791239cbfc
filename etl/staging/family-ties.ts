import type { DuckDBConnection } from '@duckdb/node-api'

import { literal, rowsOf } from '../database.ts'

/**
 * The units of which a household's first member cannot be told from what is kept of their files: by
 * `family_place` the members of one part are told apart, but not those of two. Asked where a row of the
 * `fresh` files and one that stands of the files `before` are of one household and one day of registration
 * and lie in different regions: elsewhere it makes no difference who was first.
 */
export async function tiedUnits(
  connection: DuckDBConnection,
  fresh: string,
  before: readonly string[],
): Promise<string[]> {
  const rows = (paths: readonly string[]) =>
    `select unit, person_id, card, family_id, registered_on, region_code, file_number, line
    from read_parquet([${paths.map(literal).join(', ')}], hive_partitioning = false)`
  const tied = await rowsOf(
    connection,
    `with fresh as (${rows([fresh])}),
    before as (${rows(before)}),
    tied as (
      select * from before b
      semi join fresh f
        on f.unit = b.unit and f.family_id = b.family_id
        and f.registered_on = b.registered_on and f.region_code <> b.region_code
    ),
    standing as (
      select unit, person_id, card, max(row(file_number, line)) as last
      from before semi join tied using (unit, person_id, card)
      anti join fresh using (unit, person_id, card)
      group by unit, person_id, card
    )
    select distinct unit
    from tied join standing using (unit, person_id, card)
    where row(file_number, line) = last`,
  )
  return tied.map(({ unit }) => String(unit))
}
