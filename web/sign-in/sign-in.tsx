import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError, signIn } from '../api.ts'
import { sessionKey, type SessionState } from '../queries.ts'
import { changeLanguage } from '../i18n.ts'
import { Mark } from '../shell/mark.tsx'
import { Field } from './field.tsx'
import './sign-in.css'

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
function useSignIn() {
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

export function SignIn({ expired }: { expired: boolean }) {
  const { t, i18n } = useTranslation()
  const other = i18n.language === 'en' ? 'zh-CN' : 'en'
  const { submit, missing, wrong, busy } = useSignIn()
  const summary = useRef<HTMLDivElement>(null)
  const problems = [...missing.map((name) => `signIn.error.${name}`), ...(wrong ? [wrong] : [])]
  const said = problems.join(' ')
  useEffect(() => {
    if (said !== '') summary.current?.focus()
  }, [said])
  useEffect(() => {
    document.title = `${t('signIn.title')} · ${t('product.name')}`
  }, [t])

  return (
    <main className="sign-in">
      <p className="sign-in-product">
        <Mark />
        {t('product.name')}
      </p>
      <div className="sign-in-card panel">
        <h1>{t('signIn.title')}</h1>
        <p className="sign-in-purpose">{t('product.purpose')}</p>
        {expired && problems.length === 0 && (
          <p className="sign-in-expired" role="status">
            {t('signIn.expired')}
          </p>
        )}
        {problems.length > 0 && (
          <div className="sign-in-problems" role="alert" tabIndex={-1} ref={summary} id="problems">
            {problems.map((problem) => (
              <p key={problem}>{t(problem)}</p>
            ))}
          </div>
        )}
        <form onSubmit={submit} noValidate>
          <Field
            name="user"
            type="text"
            autoComplete="username"
            problem={missing.includes('user') ? 'signIn.error.user' : null}
            wrong={wrong !== null}
          />
          <Field
            name="password"
            type="password"
            autoComplete="current-password"
            problem={missing.includes('password') ? 'signIn.error.password' : null}
            wrong={wrong !== null}
          />
          <button type="submit" className="button button-primary" aria-disabled={busy}>
            {t(busy ? 'signIn.busy' : 'signIn.submit')}
          </button>
        </form>
        <button
          type="button"
          className="sign-in-language"
          lang={other}
          onClick={() => void changeLanguage(other)}
        >
          {t(`settings.language.${other}`)}
        </button>
      </div>
    </main>
  )
}
