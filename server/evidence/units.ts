import type { Session } from '../deps.ts'
import type { Region, RegionTree } from '../reading/regions.ts'
import { provincesOf } from '../reading/regions.ts'
import { mayRead } from '../submissions/reach.ts'

/** The units whose files a region's figures come from, and those of them that the session may read. */
export function unitsOf(session: Session, tree: RegionTree, top: Region) {
  const provinces = provincesOf(tree).map(({ code }) => code)
  const units =
    top.province === null ? provinces : provinces.filter((code) => code === top.province)
  return { units, readable: units.filter((unit) => mayRead(session, unit)) }
}
