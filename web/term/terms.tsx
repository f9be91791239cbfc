import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import './terms.css'

type TermName =
  'expected' | 'forecast' | 'completion' | 'days' | 'pace' | 'rank' | 'needed' | 'share'

/** What the terms of a panel mean: each opens its sentence, and closes by Escape or a press elsewhere. */
export function Terms({ of }: { of: readonly TermName[] }) {
  const { t } = useTranslation()
  return (
    <p className="terms" role="group" aria-label={t('term.label')}>
      <span aria-hidden="true">{t('term.label')}</span>
      {of.map((name) => (
        <Term key={name} name={name} />
      ))}
    </p>
  )
}

function Term({ name }: { name: TermName }) {
  const { t } = useTranslation()
  const id = useId()
  return (
    <>
      <button type="button" className="term" popoverTarget={id}>
        {t(`term.of.${name}.name`)}
      </button>
      <span id={id} popover="auto" className="term-words" role="note">
        <strong>{t(`term.of.${name}.name`)}</strong>
        {t(`term.of.${name}.words`)}
      </span>
    </>
  )
}
