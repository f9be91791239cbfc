import { useId } from 'react'
import { useTranslation } from 'react-i18next'

interface TextFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
}

const LONGEST = 500

/** A few sentences, in which nobody is named. */
export function TextField({ label, value, onChange }: TextFieldProps) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <div className="inquiry-field">
      <label htmlFor={id}>{label}</label>
      <p className="soft" id={`${id}-hint`}>
        {t('inquiry.noNames', { count: LONGEST })}
      </p>
      <textarea
        id={id}
        rows={3}
        required
        maxLength={LONGEST}
        aria-describedby={`${id}-hint`}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  )
}
