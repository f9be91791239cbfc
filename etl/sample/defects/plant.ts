import type { Cell } from '../files/columns.ts'
import type { Written } from '../files/outbox.ts'
import type { Extract, Layout } from '../layout.ts'
import type { Person } from '../person.ts'
import type { Place } from '../places.ts'
import type { World } from '../world.ts'
import { brokenCell, readBroken, type Broken } from './broken.ts'
import type { Expect, Ledger } from './ledger.ts'
import { soundRow } from './rows.ts'
import { stories } from './stories.ts'
import { plantTornRows } from './torn.ts'

/** What planting needs at hand: the unit's world, a county of it, and the list. */
export interface Garden {
  world: World
  place: Place
  layouts: Record<Extract, Layout>
  ledger: Ledger
  /** People whose story goes on in another unit. */
  shared: Map<string, Person>
}

/** Plants everything meant for the unit among its rows. */
export function plantIn(garden: Garden): void {
  const { code } = garden.world.expected.unit
  const unit = garden.world.out.unit
  for (const row of readBroken()) if (row.unit === unit) plantBroken(garden, row)
  if (unit !== code) return
  plantTornRows(garden)
  stories[unit]?.(garden)
}

function plantBroken(garden: Garden, row: Broken): void {
  const { world, place, layouts } = garden
  const cells = soundRow(world, row.extract, row.quarter, place)
  const { columns } = layouts[row.extract]
  const at = columns.findIndex((column) => column.name === row.column)
  const other = columns.findIndex((column) => column.name === row.also)
  cells[at] = brokenCell(row, cells[at] ?? '')
  if (other >= 0) cells[other] = true
  const about = { column: columns[at]?.zh ?? '', defect: row.defect }
  plant(garden, row.extract, row.quarter, cells, row.expect, about)
}

/** Enters a planted row in the list. Throws where the unit turned out not to send it. */
export function note(
  garden: Garden,
  written: Written | null,
  expect: Expect,
  about: { defect: string; column?: string; note?: string },
): void {
  if (!written) throw new Error(`${garden.world.out.unit} does not send: ${about.defect}`)
  const { defect, column = '', note: more = '' } = about
  garden.ledger.add(written, { column, defect, expect, note: more })
}

/** Adds the row and enters it. */
export function plant(
  garden: Garden,
  extract: Extract,
  quarter: number,
  cells: readonly Cell[],
  expect: Expect,
  about: { defect: string; column?: string; note?: string },
): void {
  note(garden, garden.world.out.add(extract, quarter, cells), expect, about)
}
