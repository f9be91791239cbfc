import { useTranslation } from 'react-i18next'
import { RegionFrame } from '../region/region-frame.tsx'
import { Chain } from './chain.tsx'
import { Employers } from './employers.tsx'
import { Kinds } from './kinds.tsx'
import { Pairs } from './pairs.tsx'

const PLAN = 'levy-2020'

/** 残保金: what was collected, on what it was spent, who was placed, and whose filings do not agree. */
export function Levy() {
  const { t } = useTranslation()
  return (
    <RegionFrame path="/levy" name={t('levy.title')} plan={PLAN}>
      {(place) => (
        <>
          <Chain place={place} />
          <Employers place={place} />
          <Kinds place={place} />
          <Pairs place={place} />
        </>
      )}
    </RegionFrame>
  )
}
