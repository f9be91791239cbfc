import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { InquiryList } from '../inquiry/inquiry-list.tsx'
import { inquiriesQuery } from '../inquiry/queries.ts'
import { Await } from '../states/await.tsx'
import type { Place } from './place.ts'
import '../inquiry/inquiry.css'

/** What was asked about the region and those in it, and what came of it. */
export function RegionInquiries({ place }: { place: Place }) {
  const { t } = useTranslation()
  const list = useQuery(inquiriesQuery)
  return (
    <Await query={list} lines={3}>
      {({ inquiries }) => (
        <InquiryList
          name={t('region.inquiries', { name: place.region.name })}
          inquiries={inquiries.filter(({ path }) => path.includes(place.region.code))}
          plans={place.plans}
          none={t('region.noInquiries')}
        />
      )}
    </Await>
  )
}
