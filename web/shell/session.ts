import { createContext, useContext } from 'react'
import type { Session } from '../api.ts'

export const SessionContext = createContext<Session | null>(null)

export function useSession(): Session {
  const session = useContext(SessionContext)
  if (session === null) throw new Error('useSession outside of SessionContext: wrap it in Pages')
  return session
}
