import { useState, type SyntheticEvent } from 'react'
import { useTranslation } from 'react-i18next'
import { decideInquiry, type Inquiry } from '../api-inquiries.ts'
import { useAnnounce } from '../shell/announce.ts'
import { useSend } from './queries.ts'
import { Refusal } from './sending.tsx'
import { TextField } from './text-field.tsx'

/** The supervisor need not wait for a load: closes it, or asks again, saying why. */
export function DecisionForm({ inquiry }: { inquiry: Inquiry }) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const [text, setText] = useState('')
  const decision = inquiry.state === 'open' ? 'closed' : 'reopened'
  const both = inquiry.state === 'answered'
  const sending = useSend(
    (chosen: 'closed' | 'reopened') => decideInquiry(inquiry, text, chosen),
    () => announce(t('inquiry.decision.sent')),
  )
  const submit = (event: SyntheticEvent) => {
    event.preventDefault()
    const { submitter } = event.nativeEvent as SubmitEvent
    const chosen = submitter?.getAttribute('value') === 'closed' ? 'closed' : 'reopened'
    sending.mutate(chosen)
  }
  const choices = both ? (['closed', 'reopened'] as const) : [decision]
  return (
    <form className="inquiry-form" onSubmit={submit}>
      <TextField label={t('inquiry.decision.text')} value={text} onChange={setText} />
      <Refusal error={sending.error} />
      <p className="inquiry-buttons">
        {choices.map((one) => (
          <button
            key={one}
            value={one}
            type="submit"
            className="button"
            disabled={sending.isPending}
          >
            {t(`inquiry.decision.${one}`)}
          </button>
        ))}
      </p>
    </form>
  )
}
