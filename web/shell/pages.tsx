import { useState } from 'react'
import { I18nProvider } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { createBrowserRouter, RouterProvider } from 'react-router'
import type { Session } from '../api.ts'
import { Overview } from '../overview/overview.tsx'
import { Submissions } from '../submissions/submissions.tsx'
import { Announcer } from './announcer.tsx'
import { SessionContext } from './session.ts'
import '../print.css'

function createRouter() {
  return createBrowserRouter([
    { path: '/submissions', Component: Submissions },
    { path: '*', Component: Overview },
  ])
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
