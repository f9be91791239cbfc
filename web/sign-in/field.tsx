import { useTranslation } from 'react-i18next'

interface FieldProps {
  name: 'user' | 'password'
  autoComplete: string
  /** Message key of what is wrong with this field alone. */
  problem: string | null
  /** The pair was refused: both fields are invalid, and the summary says why. */
  wrong: boolean
}

/** A native field: the sign-in page loads no control library. */
export function Field({ name, autoComplete, problem, wrong }: FieldProps) {
  const { t } = useTranslation()
  const invalid = problem !== null || wrong
  const describedBy = problem !== null ? `${name}-problem` : wrong ? 'problems' : undefined
  return (
    <div className="field">
      <label htmlFor={name}>{t(`signIn.${name}`)}</label>
      {problem !== null && (
        <p className="field-problem" id={`${name}-problem`}>
          {t(problem)}
        </p>
      )}
      <input
        id={name}
        name={name}
        type={name === 'password' ? 'password' : 'text'}
        autoComplete={autoComplete}
        autoCapitalize="none"
        spellCheck={false}
        required
        aria-invalid={invalid}
        aria-describedby={describedBy}
      />
    </div>
  )
}
