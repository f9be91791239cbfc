import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { StateIcon } from './state-icon.tsx'
import './states.css'

interface NoPermissionProps {
  /** The region asked for, where its name is known. */
  name: string | null
  /** Ways to what may be opened instead. */
  home: ReactNode
}

/** A refusal is said, with what to do; it never looks like a zero or an empty page. */
export function NoPermission({ name, home }: NoPermissionProps) {
  const { t } = useTranslation()
  return (
    <section className="state panel" aria-label={t('missing.no_permission')}>
      <StateIcon kind="no_permission" />
      <div>
        <h2>{t('missing.no_permission')}</h2>
        <p>{name === null ? t('refusal.here') : t('refusal.region', { name })}</p>
        <p>{t('refusal.ask')}</p>
        {home}
      </div>
    </section>
  )
}
