import { Suspense, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { BrowserRouter, Navigate, Outlet, Route, Routes } from 'react-router'
import type { Session } from '../api.ts'
import { Skeleton } from '../states/skeleton.tsx'
import { SearchOpener } from '../search/search-opener.tsx'
import { KeyHelpOpener } from '../statement/key-help-opener.tsx'
import { Announcer } from './announcer.tsx'
import { Bare } from './bare.tsx'
import { PAGES, startOf } from './routes.ts'
import { SectionKeys } from './section-keys.tsx'
import { SessionContext } from './session.ts'
import { SessionWarning } from './session-warning.tsx'
import '../print.css'

function Opened() {
  return (
    <Suspense
      fallback={
        <Bare>
          <Skeleton lines={10} />
        </Bare>
      }
    >
      <SearchOpener>
        <Outlet />
      </SearchOpener>
      <KeyHelpOpener />
      <SectionKeys />
      <SessionWarning />
    </Suspense>
  )
}

/** An address that names no view begins at the role's own start. */
function goToStart({ role }: Session): string {
  const { pathname, search } = window.location
  const start = startOf(role)
  if (pathname === '/' && search === '') window.history.replaceState(null, '', start)
  return start
}

function PageRoutes({ start }: { start: string }) {
  return (
    <Routes>
      <Route element={<Opened />}>
        {PAGES.map(({ address, component: Component }) => (
          <Route key={address} path={address} element={<Component />} />
        ))}
        <Route path="*" element={<Navigate to={start} replace />} />
      </Route>
    </Routes>
  )
}

/** Everything behind the sign-in: loaded only then. */
export default function Pages({ session }: { session: Session }) {
  const { i18n } = useTranslation()
  const [start] = useState(() => goToStart(session))
  return (
    <I18nProvider locale={i18n.language}>
      <SessionContext value={session}>
        <Announcer>
          <BrowserRouter>
            <PageRoutes start={start} />
          </BrowserRouter>
        </Announcer>
      </SessionContext>
    </I18nProvider>
  )
}
