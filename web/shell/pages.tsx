import { Suspense, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { createBrowserRouter, Navigate, Outlet, RouterProvider } from 'react-router'
import type { Session } from '../api.ts'
import { Skeleton } from '../states/skeleton.tsx'
import { SearchOpener } from '../search/search-opener.tsx'
import { KeyHelp } from '../statement/key-help.tsx'
import { Announcer } from './announcer.tsx'
import { Bare } from './bare.tsx'
import { PAGES, startOf } from './routes.ts'
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
      <KeyHelp />
      <SessionWarning />
    </Suspense>
  )
}

/** An address that names no view begins at the role's own start. */
function goToStart(start: string): void {
  const { pathname, search } = window.location
  if (pathname === '/' && search === '') window.history.replaceState(null, '', start)
}

function createRouter({ role }: Session) {
  goToStart(startOf(role))
  const pages = PAGES.map(({ address, component }) => ({ path: address, Component: component }))
  const start = { path: '*', element: <Navigate to={startOf(role)} replace /> }
  return createBrowserRouter([{ Component: Opened, children: [...pages, start] }])
}

/** Everything behind the sign-in: loaded only then. */
export default function Pages({ session }: { session: Session }) {
  const { i18n } = useTranslation()
  const [router] = useState(() => createRouter(session))
  return (
    <I18nProvider locale={i18n.language}>
      <SessionContext value={session}>
        <Announcer>
          <RouterProvider router={router} />
        </Announcer>
      </SessionContext>
    </I18nProvider>
  )
}
