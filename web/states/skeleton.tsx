import { useTranslation } from 'react-i18next'
import './states.css'

export function Skeleton({ lines }: { lines: number }) {
  const { t } = useTranslation()
  return (
    <div className="skeleton" aria-busy="true">
      <span className="visually-hidden">{t('state.loading')}</span>
      {Array.from({ length: lines }, (_, line) => (
        <span key={line} className="skeleton-line" />
      ))}
    </div>
  )
}
