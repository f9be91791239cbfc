import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState, type SubmitEvent } from 'react'
import { ApiError, signIn } from '../api.ts'
import { sessionKey, type SessionState } from '../queries.ts'

function text(form: FormData, name: string): string {
  const value = form.get(name)
  return typeof value === 'string' ? value.trim() : ''
}

function errorKey(error: Error): string {
  if (!(error instanceof ApiError)) return 'signIn.error.other'
  if (error.status === 401) return 'signIn.error.wrong'
  if (error.status === 429) return 'signIn.error.slow'
  return error.status === 0 ? 'failure.unreachable' : 'signIn.error.other'
}

/** The problem's key in the messages, or null; what is missing is said before what is wrong. */
export function useSignIn() {
  const client = useQueryClient()
  const [missing, setMissing] = useState<string[]>([])
  const attempt = useMutation({
    mutationFn: (given: { user: string; password: string }) => signIn(given.user, given.password),
    onSuccess: (session) => {
      client.removeQueries({ predicate: (query) => query.queryKey[0] !== sessionKey[0] })
      client.setQueryData<SessionState>(sessionKey, { session, expired: false, fresh: true })
    },
  })
  const submit = (event: SubmitEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = new FormData(event.currentTarget)
    const given = { user: text(form, 'user'), password: text(form, 'password') }
    const absent = (['user', 'password'] as const).filter((name) => given[name] === '')
    setMissing(absent)
    attempt.reset()
    if (absent.length === 0) attempt.mutate(given)
  }
  const wrong = attempt.error === null ? null : errorKey(attempt.error)
  return { submit, missing, wrong, busy: attempt.isPending }
}
