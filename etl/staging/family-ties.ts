import type { DuckDBConnection } from '@duckdb/node-api'

import { literal, rowsOf } from '../database.ts'

/**
 * The units of which a household's first member cannot be told from what is kept of their files:
 * `family_place` tells the members of one part apart, but not those of two. Asked of those that stand, are
 * of a household and day of registration that the `fresh` files know, and lie in several regions: elsewhere
 * it makes no difference who was first. The certificates of one person are told apart by `card`.
 */
export async function tiedUnits(
  connection: DuckDBConnection,
  fresh: string,
  before: readonly string[],
): Promise<string[]> {
  const rows = (paths: readonly string[]) =>
    `select unit, person_id, card, family_id, registered_on, region_code, family_place,
      file_number, line, filename as part
    from read_parquet([${paths.map(literal).join(', ')}], hive_partitioning = false, filename = true)`
  const tied = await rowsOf(
    connection,
    `with fresh as (${rows([fresh])}),
    registration as (from fresh union all ${rows(before)}),
    member as (
      from registration
      semi join (from fresh where family_id is not null) using (unit, family_id, registered_on)
    ),
    candidate as (
      from member semi join (
        select unit, family_id, registered_on from member group by all
        having count(distinct region_code) > 1 and count(distinct part) > 1
      ) using (unit, family_id, registered_on)
    ),
    last as (
      select unit, person_id, card, max(row(file_number, line)) as place
      from registration semi join candidate using (unit, person_id, card)
      group by all
    )
    select unit
    from candidate join last using (unit, person_id, card)
    where row(file_number, line) = place
    group by unit, family_id, registered_on
    having count(distinct region_code) > 1 and count(distinct part) > 1
      and (count(distinct person_id) > 1 or count(distinct family_place) > 1)`,
  )
  return [...new Set(tied.map(({ unit }) => String(unit)))]
}
