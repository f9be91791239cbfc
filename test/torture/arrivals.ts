import { knownLayouts, requireSameEnding } from '../etl/resubmission/arrivals.ts'
import { pairs } from '../etl/resubmission/pairs.ts'

const count = 1_000

/** C14: 1,000 pairs of files, in each order of arrival and one of them twice. Throws at the first that differs. */
export async function torture(): Promise<void> {
  const layouts = await knownLayouts()
  for (const [at, pair] of pairs(count).entries()) {
    await requireSameEnding(pair, layouts)
    if ((at + 1) % 100 === 0) console.log(`${at + 1} pairs of files: every order comes to the same`)
  }
}
