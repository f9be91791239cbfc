import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Indicator } from '../api.ts'
import { answerInquiry, type Claim, type ClaimKind, type Inquiry } from '../api-inquiries.ts'
import { useAnnounce } from '../shell/announce.ts'
import { useSend } from './queries.ts'
import { Refusal } from './sending.tsx'
import { TextField } from './text-field.tsx'

/** What may be claimed of such a figure; the server holds to the same. */
function kindsFor({ figure }: Inquiry): ClaimKind[] {
  const kinds: ClaimKind[] = figure.actual === null ? ['reported'] : ['stands', 'corrected']
  return figure.target === null ? kinds : [...kinds, 'caught_up']
}

function claimOf(kind: ClaimKind, value: string, unit: string): Claim {
  if (kind !== 'corrected') return { kind }
  return { kind, value: unit === 'percent' ? Number(value) / 100 : Number(value) }
}

/** The answer of the county or prefecture: a few words, and what the next load will show. */
export function AnswerForm({ inquiry, indicator }: { inquiry: Inquiry; indicator: Indicator }) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const [text, setText] = useState('')
  const [kind, setKind] = useState<ClaimKind>(kindsFor(inquiry)[0] ?? 'stands')
  const [value, setValue] = useState('')
  const sending = useSend(
    (claim: Claim) => answerInquiry(inquiry, text, claim),
    () => announce(t('inquiry.answer.sent')),
  )
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    sending.mutate(claimOf(kind, value, indicator.unit))
  }
  const valueId = `value-${inquiry.id}`
  return (
    <form className="inquiry-form" onSubmit={submit}>
      <fieldset className="inquiry-claims">
        <legend>{t('inquiry.answer.claim')}</legend>
        {kindsFor(inquiry).map((one) => (
          <label key={one}>
            <input
              type="radio"
              name={`claim-${inquiry.id}`}
              checked={kind === one}
              onChange={() => setKind(one)}
            />
            <span>{t(`inquiry.offer.${one}`)}</span>
          </label>
        ))}
      </fieldset>
      {kind === 'corrected' && (
        <div className="inquiry-field">
          <label htmlFor={valueId}>
            {t(indicator.unit === 'percent' ? 'inquiry.answer.percent' : 'inquiry.answer.value')}
          </label>
          <input
            id={valueId}
            type="number"
            min={0}
            step="any"
            required
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
        </div>
      )}
      <TextField label={t('inquiry.answer.text')} value={text} onChange={setText} />
      <Refusal error={sending.error} />
      <button type="submit" className="button button-primary" disabled={sending.isPending}>
        {t('inquiry.answer.send')}
      </button>
    </form>
  )
}
