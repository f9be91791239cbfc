import { useTranslation } from 'react-i18next'
import { RegionFrame } from '../region/region-frame.tsx'
import { Need } from './need.tsx'

/** The plan that asks for services where there is need, and its indicators of that. */
const PLAN = '13-5'
const KINDS = ['A4', 'B11']

/** 服务: those reached against those in need, kind by kind and region by region. */
export function Services() {
  const { t } = useTranslation()
  return (
    <RegionFrame path="/services" name={t('services.title')} plan={PLAN}>
      {(place) =>
        KINDS.map((code) => {
          const indicator = place.plan.indicators.find((one) => one.code === code)
          return indicator && <Need key={code} place={place} indicator={indicator} />
        })
      }
    </RegionFrame>
  )
}
