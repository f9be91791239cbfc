import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { changeLanguage } from '../i18n.ts'
import { Mark } from '../shell/mark.tsx'
import { Field } from './field.tsx'
import { useSignIn } from './use-sign-in.ts'
import './sign-in.css'

/** What is wrong, in one place that takes the focus whenever it changes. */
function Problems({ problems }: { problems: string[] }) {
  const { t } = useTranslation()
  const summary = useRef<HTMLDivElement>(null)
  const said = problems.join(' ')
  useEffect(() => {
    if (said !== '') summary.current?.focus()
  }, [said])
  if (problems.length === 0) return null
  return (
    <div className="sign-in-problems" role="alert" tabIndex={-1} ref={summary} id="problems">
      {problems.map((problem) => (
        <p key={problem}>{t(problem)}</p>
      ))}
    </div>
  )
}

function LanguageSwitch() {
  const { t, i18n } = useTranslation()
  const other = i18n.language === 'en' ? 'zh-CN' : 'en'
  return (
    <button
      type="button"
      className="sign-in-language"
      lang={other}
      onClick={() => void changeLanguage(other)}
    >
      {t(`settings.language.${other}`)}
    </button>
  )
}

function SignInForm({ expired }: { expired: boolean }) {
  const { t } = useTranslation()
  const { submit, missing, wrong, busy } = useSignIn()
  const problems = [...missing.map((name) => `signIn.error.${name}`), ...(wrong ? [wrong] : [])]
  const problemOf = (name: string) => (missing.includes(name) ? `signIn.error.${name}` : null)
  const refused = wrong !== null
  return (
    <>
      {expired && problems.length === 0 && (
        <p className="sign-in-expired" role="status">
          {t('signIn.expired')}
        </p>
      )}
      <Problems problems={problems} />
      <form onSubmit={submit} noValidate>
        <Field name="user" autoComplete="username" problem={problemOf('user')} wrong={refused} />
        <Field
          name="password"
          autoComplete="current-password"
          problem={problemOf('password')}
          wrong={refused}
        />
        <button type="submit" className="button button-primary" aria-disabled={busy}>
          {t(busy ? 'signIn.busy' : 'signIn.submit')}
        </button>
      </form>
    </>
  )
}

export function SignIn({ expired }: { expired: boolean }) {
  const { t } = useTranslation()
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
        <SignInForm expired={expired} />
        <LanguageSwitch />
      </div>
    </main>
  )
}
