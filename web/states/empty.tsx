import { useTranslation } from 'react-i18next'
import { StateIcon } from './state-icon.tsx'
import './states.css'

/** Nothing has been published, or nothing lies under this region: said in words. */
export function Empty({ what }: { what: 'snapshots' | 'indicators' | 'units' }) {
  const { t } = useTranslation()
  return (
    <div className="state panel">
      <StateIcon kind="empty" />
      <div>
        <h2>{t(`empty.${what}.title`)}</h2>
        <p>{t(`empty.${what}.words`)}</p>
      </div>
    </div>
  )
}
