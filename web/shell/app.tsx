import { QueryCache, QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { lazy, Suspense, type ReactNode } from 'react'
import { ApiError } from '../api.ts'
import { sessionKey, sessionQuery, type SessionState } from '../queries.ts'
import { SignIn } from '../sign-in/sign-in.tsx'
import { Await } from '../states/await.tsx'
import { Skeleton } from '../states/skeleton.tsx'
import { loadPages } from './ahead.ts'
import { Bare } from './bare.tsx'

const Pages = lazy(loadPages)
const PublicPage = lazy(() => import('../publicity/public-page.tsx'))

/** The one part of the product that needs no sign-in. */
export function isPublic(): boolean {
  return /^\/publicity(\/|$)/.test(location.pathname)
}

/** Any answer 401 ends the session here: the sign-in form appears and the address stays. */
export function createClient(): QueryClient {
  const queryCache = new QueryCache({
    onError: (error, query) => {
      if (!(error instanceof ApiError) || error.status !== 401) return
      if (query.queryKey[0] === sessionKey[0]) return
      client.setQueryData<SessionState>(sessionKey, { session: null, expired: true, fresh: false })
    },
  })
  const client = new QueryClient({
    queryCache,
    defaultOptions: { queries: { retry: retryUnreachable, refetchOnWindowFocus: false } },
  })
  return client
}

function retryUnreachable(failures: number, error: Error): boolean {
  const passing = error instanceof ApiError && (error.status === 0 || error.status >= 500)
  return passing && failures < 2
}

/** Before it is known who is there, nothing but the state itself stands on the page. */
function framed(state: ReactNode) {
  return <Bare>{state}</Bare>
}

function Gate() {
  const session = useQuery(sessionQuery)
  return (
    <Await query={session} lines={6} frame={framed}>
      {(state) =>
        state.session === null ? (
          <SignIn expired={state.expired} />
        ) : (
          <Suspense fallback={framed(<Skeleton lines={6} />)}>
            <Pages session={state.session} />
          </Suspense>
        )
      }
    </Await>
  )
}

export function App({ client }: { client: QueryClient }) {
  return (
    <QueryClientProvider client={client}>
      {isPublic() ? (
        <Suspense fallback={framed(<Skeleton lines={6} />)}>
          <PublicPage />
        </Suspense>
      ) : (
        <Gate />
      )}
    </QueryClientProvider>
  )
}
