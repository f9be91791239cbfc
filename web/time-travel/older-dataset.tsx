import { useTranslation } from 'react-i18next'
import { Link, useLocation } from 'react-router'
import type { Snapshot } from '../api.ts'
import { StateIcon } from '../states/state-icon.tsx'
import { differenceAddress } from '../difference/address.ts'

/** The address of the page that is open, over the current dataset. */
function useCurrentAddress(): string {
  const { pathname, search } = useLocation()
  const parts = new URLSearchParams(search)
  parts.delete('snapshot')
  return `${pathname}?${parts.toString()}`
}

/** Says on every page that what is looked at is not the dataset in use, and leads back or compares. */
export function OlderDataset({ current, chosen }: Record<'current' | 'chosen', Snapshot | null>) {
  const { t } = useTranslation()
  const { pathname, search } = useLocation()
  const back = useCurrentAddress()
  if (current === null || chosen === null || current.id === chosen.id) return null
  return (
    <div role="note" className="older" aria-label={t('timeTravel.label')}>
      <p>{t('timeTravel.older', { id: chosen.id, day: chosen.publishedAt.slice(0, 10) })}</p>
      <p className="older-ways">
        <Link to={back}>{t('timeTravel.back')}</Link>
        {pathname !== '/difference' && (
          <Link to={differenceAddress(new URLSearchParams(search), chosen.id, current.id)}>
            {t('timeTravel.compare')}
          </Link>
        )}
      </p>
    </div>
  )
}

/** The address names a dataset that is not kept, or never was. */
export function UnknownDataset({ id }: { id: string }) {
  const { t } = useTranslation()
  const back = useCurrentAddress()
  return (
    <div className="state panel" role="alert">
      <StateIcon kind="failure" />
      <div>
        <h2>{t('timeTravel.unknown')}</h2>
        <p>{t('timeTravel.unknownWords', { id })}</p>
        <Link className="button button-primary" to={back}>
          {t('timeTravel.back')}
        </Link>
      </div>
    </div>
  )
}
