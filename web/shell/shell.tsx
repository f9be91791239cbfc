import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Snapshot } from '../api.ts'
import { SearchButton } from '../search/search-button.tsx'
import { Account } from './account.tsx'
import { DemoBanner } from './demo-banner.tsx'
import { Mark } from './mark.tsx'
import { Navigation } from './navigation.tsx'
import { Settings } from './settings.tsx'
import { useWholeFields } from './use-whole-fields.ts'
import '../table.css'
import './page.css'
import './shell.css'

export function Shell({ snapshot, children }: { snapshot: Snapshot | null; children: ReactNode }) {
  const { t } = useTranslation()
  useWholeFields()
  return (
    <>
      <a className="skip-link" href="#main">
        {t('shell.skip')}
      </a>
      <header className="header">
        <div className="header-inner">
          <a className="header-product" href="/">
            <Mark />
            {t('product.name')}
          </a>
          <Navigation />
          <SearchButton />
          <Account snapshot={snapshot} />
          <Settings />
        </div>
      </header>
      {snapshot?.demonstration && <DemoBanner ratio={snapshot.demonstration.ratio} />}
      <main id="main" className="main" tabIndex={-1}>
        {children}
      </main>
      <footer className="footer">
        <p>{t('shell.footer')}</p>
        <p className="footer-links">
          <Link to="/pages">{t('siteMap.title')}</Link>
          <Link to="/accessibility">{t('statement.title')}</Link>
        </p>
      </footer>
    </>
  )
}
