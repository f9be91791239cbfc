import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Snapshots } from '../api.ts'
import { snapshotsQuery } from '../queries.ts'
import { useAsked } from '../region/address.ts'
import type { Place } from '../region/place.ts'
import { RegionFrame } from '../region/region-frame.tsx'
import { Await } from '../states/await.tsx'
import { Explained } from './explained.tsx'
import { EndsForm } from './ends-form.tsx'
import type { Ends } from './ends.ts'
import { SideBySide } from './side-by-side.tsx'
import './difference.css'

/** 两个数据集的差异: two datasets or days side by side, and the difference explained as a bridge. */
export function Difference() {
  const { t } = useTranslation()
  return (
    <RegionFrame path="/difference" name={t('difference.title')}>
      {(place) => <Chosen place={place} />}
    </RegionFrame>
  )
}

function Chosen({ place }: { place: Place }) {
  const snapshots = useQuery(snapshotsQuery)
  return (
    <Await query={snapshots} lines={8}>
      {(kept) => <Sides place={place} kept={kept} />}
    </Await>
  )
}

function Sides({ place, kept }: { place: Place; kept: Snapshots }) {
  const ends = useEnds(place, kept)
  return (
    <>
      <EndsForm place={place} kept={kept} ends={ends} />
      <SideBySide place={place} ends={ends} />
      <Explained place={place} ends={ends} />
    </>
  )
}

/** Without a start in the address: the dataset published before this one, on the same day. */
function useEnds({ snapshot, asOf }: Place, { all }: Snapshots): Ends {
  const { from, fromSnapshot } = useAsked()
  const before = all[all.findIndex(({ id }) => id === snapshot.id) + 1]
  return {
    from: from ?? asOf,
    fromSnapshot: fromSnapshot ?? before?.id ?? snapshot.id,
    to: asOf,
    toSnapshot: snapshot.id,
  }
}
