import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { ApiError } from '../api.ts'
import { Failure } from './failure.tsx'
import { NoPermission } from './no-permission.tsx'
import { Skeleton } from './skeleton.tsx'

interface AwaitProps<T> {
  query: UseQueryResult<T>
  lines: number
  /** What stands around the state while there are no data: a page's own heading, for instance. */
  frame?: (state: ReactNode) => ReactNode
  children: (data: T) => ReactNode
}

function stateOf<T>(query: UseQueryResult<T>, lines: number): ReactNode {
  const { error } = query
  const signedOut = error instanceof ApiError && error.status === 401
  if (query.isPending || signedOut) return <Skeleton lines={lines} />
  if (error instanceof ApiError && error.code === 'no_permission') {
    return <NoPermission name={null} home={null} />
  }
  return <Failure error={error} retry={() => void query.refetch()} />
}

/** Loading, refused, failed or there: each state of a query has its own face. */
export function Await<T>({ query, lines, frame, children }: AwaitProps<T>) {
  if (query.data !== undefined) return children(query.data)
  const state = stateOf(query, lines)
  return frame === undefined ? state : frame(state)
}
