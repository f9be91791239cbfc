import { type Day, lastDayOfQuarter, yearOf } from './days.ts'
import type { Entry } from './records.ts'
import type { Tally } from './tally.ts'
import type { World } from './world.ts'

const direct = [
  '岗位补贴',
  '社会保险补贴',
  '设施设备购置补贴',
  '实习见习补贴',
  '超比例奖励',
  '小微单位招用奖励',
]

type Sides = (entry: Entry) => { above: boolean; below: boolean }

/** What of the ledger is added up above the line and below it, in 0.0001 yuan. */
export const ledgerSides: Record<'L2' | 'L3' | 'L4' | 'L5', Sides> = {
  L2: ({ isIncome, item }) => ({ above: !isIncome && direct.includes(item), below: !isIncome }),
  L3: ({ isIncome }) => ({ above: isIncome, below: false }),
  L4: ({ isIncome }) => ({ above: !isIncome, below: false }),
  L5: ({ isIncome }) => ({ above: !isIncome, below: isIncome }),
}

/** Rules, Levy: L2 to L5; a row counts if its quarter ends by the day. */
export function countLedger(world: World, day: Day, tally: Tally, sides: Sides): void {
  for (const entry of world.records.entries) {
    if (entry.year !== String(yearOf(day)) || lastDayOfQuarter(entry.quarter) > day) continue
    const { above, below } = sides(entry)
    const amount = Number(entry.amount)
    const leaf = world.regions.leafOf(entry.unit, entry.region, day)
    tally.add(leaf, above ? amount : 0, below ? amount : 0)
  }
}
