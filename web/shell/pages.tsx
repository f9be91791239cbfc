import { useState } from 'react'
import { createBrowserRouter, RouterProvider } from 'react-router'
import type { Session } from '../api.ts'
import { Overview } from '../overview/overview.tsx'
import { Announcer } from './announcer.tsx'
import { SessionContext } from './session.ts'

function createRouter() {
  return createBrowserRouter([{ path: '*', Component: Overview }])
}

/** Everything behind the sign-in: loaded only then. */
export default function Pages({ session }: { session: Session }) {
  const [router] = useState(createRouter)
  return (
    <SessionContext value={session}>
      <Announcer>
        <RouterProvider router={router} />
      </Announcer>
    </SessionContext>
  )
}
