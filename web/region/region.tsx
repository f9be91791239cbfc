import { useTranslation } from 'react-i18next'
import { useAsked } from './address.ts'
import { RegionFrame } from './region-frame.tsx'
import { RegionPage } from './region-page.tsx'

/** 地区: from the province to the county, siblings side by side. */
export function Region() {
  const { t } = useTranslation()
  const { level } = useAsked()
  return (
    <RegionFrame path="/region" name={t('region.title')}>
      {(place) => <RegionPage place={place} level={level} />}
    </RegionFrame>
  )
}
