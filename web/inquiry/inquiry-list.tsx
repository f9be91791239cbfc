import { useTranslation } from 'react-i18next'
import type { Plan } from '../api.ts'
import type { Inquiry } from '../api-inquiries.ts'
import { InquiryCard } from './inquiry-card.tsx'
import { indicatorIn, inOrder } from './inquiry-words.ts'

interface InquiryListProps {
  name: string
  inquiries: Inquiry[]
  plans: Plan[]
  none: string
}

export function InquiryList({ name, inquiries, plans, none }: InquiryListProps) {
  const { t } = useTranslation()
  return (
    <section className="inquiry-list" aria-label={name}>
      <h2>
        {name}{' '}
        <span className="soft inquiry-count">
          {t('inquiry.count', { count: inquiries.length })}
        </span>
      </h2>
      {inquiries.length === 0 && <p className="panel">{none}</p>}
      {inOrder(inquiries).map((inquiry) => {
        const indicator = indicatorIn(plans, inquiry)
        if (indicator === undefined) return <p key={inquiry.id}>{t('inquiry.noIndicator')}</p>
        return <InquiryCard key={inquiry.id} inquiry={inquiry} indicator={indicator} />
      })}
    </section>
  )
}
