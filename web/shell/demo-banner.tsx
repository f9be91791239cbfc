import { useTranslation } from 'react-i18next'

export function DemoBanner({ ratio }: { ratio: number }) {
  const { t } = useTranslation()
  return (
    <aside className="demo-banner" aria-label={t('demo.label')}>
      <p>
        <strong>{t('demo.title', { ratio })}</strong>
        <span>{t('demo.words', { ratio })}</span>
      </p>
    </aside>
  )
}
