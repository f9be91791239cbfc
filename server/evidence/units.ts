import type { Session } from '../deps.ts'
import type { Region, RegionTree } from '../reading/regions.ts'
import { provincesOf } from '../reading/regions.ts'
import { mayRead } from '../submissions/reach.ts'

/** What the federation itself sends: the certificate holders, and a demonstration's national targets. */
const FEDERATION = '000000'

/**
 * The units whose files a region's figures come from, those of them that the session may read, and
 * whose files are told to it: theirs and the federation's.
 */
export function unitsOf(session: Session, tree: RegionTree, top: Region) {
  const provinces = provincesOf(tree).map(({ code }) => code)
  const units =
    top.province === null ? provinces : provinces.filter((code) => code === top.province)
  const readable = units.filter((unit) => mayRead(session, unit))
  const senders = [FEDERATION, ...units].filter((unit) => mayRead(session, unit))
  return { units, readable, senders }
}
