import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'

/** From what is refused to one's own region, on the same page. */
export function GoHome({ to }: { to: string }) {
  const { t } = useTranslation()
  return (
    <Link className="button button-primary" to={to}>
      {t('refusal.goHome')}
    </Link>
  )
}
