import { Suspense, useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { createBrowserRouter, Navigate, Outlet, RouterProvider } from 'react-router'
import type { Session } from '../api.ts'
import { Skeleton } from '../states/skeleton.tsx'
import { KeyHelp } from '../statement/key-help.tsx'
import { Announcer } from './announcer.tsx'
import { PAGES } from './routes.ts'
import { SessionContext } from './session.ts'
import '../print.css'

function Opened() {
  return (
    <Suspense fallback={<Skeleton lines={10} />}>
      <Outlet />
      <KeyHelp />
    </Suspense>
  )
}

function createRouter() {
  const pages = PAGES.map(({ address, component }) => ({ path: address, Component: component }))
  const start = { path: '*', element: <Navigate to="/" replace /> }
  return createBrowserRouter([{ Component: Opened, children: [...pages, start] }])
}

/** Everything behind the sign-in: loaded only then. */
export default function Pages({ session }: { session: Session }) {
  const { i18n } = useTranslation()
  const [router] = useState(createRouter)
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
