import { useTranslation } from 'react-i18next'
import { NavLink } from 'react-router'
import { pagesFor } from './routes.ts'
import { useSession } from './session.ts'

/** The product's pages. */
export function Navigation() {
  const { t } = useTranslation()
  const { role } = useSession()
  return (
    <nav className="navigation" aria-label={t('navigation.label')}>
      <ul>
        {pagesFor(role).map(({ name, address }) => (
          <li key={name}>
            <NavLink to={address} end={address === '/'}>
              {t(`navigation.${name}`)}
            </NavLink>
          </li>
        ))}
      </ul>
    </nav>
  )
}
