import type { Reason } from './status.ts'

/** What was counted of a region's year up to the day; amounts in yuan. */
export type ChainCounts = {
  income: number
  spending: number
  directSpending: number
  persons: number
}

type Mismatch = 'money_without_people' | 'people_without_money'

export type ChainRow = {
  income: number | null
  spending: number | null
  directSpending: number | null
  persons: number | null
  /** A fraction of 1. */
  spendingRate: number | null
  /** Yuan a person. */
  costPerJob: number | null
  directCostPerJob: number | null
  mismatch: Mismatch | null
  /** Why the amounts, or the persons, are null. */
  reasons: { money: Reason | null; persons: Reason | null }
}

/**
 * From the levy collected to the people placed. What was not reported is null, never 0; a mismatch is
 * said only where both were reported: money spent and nobody placed, or people placed and none spent.
 */
export function chainRow(
  counts: ChainCounts,
  reported: { money: boolean; persons: boolean },
): ChainRow {
  const { income, spending, directSpending, persons } = counts
  const money = (value: number) => (reported.money ? value : null)
  const people = reported.persons ? persons : null
  return {
    income: money(income),
    spending: money(spending),
    directSpending: money(directSpending),
    persons: people,
    spendingRate: over(money(spending), money(income)),
    costPerJob: over(money(spending), people),
    directCostPerJob: over(money(directSpending), people),
    mismatch: reported.money && reported.persons ? mismatchOf(counts) : null,
    reasons: {
      money: reported.money ? null : 'no_data',
      persons: reported.persons ? null : 'no_data',
    },
  }
}

function mismatchOf({ spending, persons }: ChainCounts): Mismatch | null {
  if (spending > 0 && persons === 0) return 'money_without_people'
  if (spending <= 0 && persons > 0) return 'people_without_money'
  return null
}

function over(above: number | null, below: number | null): number | null {
  return above === null || below === null || below === 0 ? null : above / below
}
