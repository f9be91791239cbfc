import { useTranslation } from 'react-i18next'
import { RegionFrame } from '../region/region-frame.tsx'
import { Cohorts } from './cohorts.tsx'
import { Review } from './review.tsx'

/** The plan that asks for conversion, stability and the lists of institutions. */
const PLAN = 'levy-2020'

/** 培训与机构: what became of those trained, and which institution is on which list. */
export function Training() {
  const { t } = useTranslation()
  return (
    <RegionFrame path="/training" name={t('training.title')} plan={PLAN}>
      {(place) => (
        <>
          <Review place={place} />
          <Cohorts place={place} />
        </>
      )}
    </RegionFrame>
  )
}
