import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'

const PAGES = [
  { name: 'overview', address: '/' },
  { name: 'submissions', address: '/submissions' },
] as const

/** The product's pages. */
export function Navigation() {
  const { t } = useTranslation()
  return (
    <nav className="navigation" aria-label={t('navigation.label')}>
      <ul>
        {PAGES.map(({ name, address }) => (
          <li key={name}>
            <NavLink to={address} end>
              {t(`navigation.${name}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
