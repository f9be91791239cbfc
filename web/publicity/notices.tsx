import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { fetchNotices, publishNotice, type Notice } from '../api-notices.ts'
import type { Snapshot } from '../api.ts'
import { DatasetPage } from '../shell/dataset-page.tsx'
import { Await } from '../states/await.tsx'
import { Failure } from '../states/failure.tsx'
import { NoticeBody } from './notice-body.tsx'
import { NoticeForm } from './notice-form.tsx'
import './publicity.css'

export const noticesKey = ['notices'] as const

/** 公示管理: an evaluator makes a notice, looks at it, and decides whether it is public. */
export function Notices() {
  const { t } = useTranslation()
  return <DatasetPage name={t('notices.title')}>{(snapshot) => <Desk of={snapshot} />}</DatasetPage>
}

function Desk({ of: snapshot }: { of: Snapshot }) {
  const { t } = useTranslation()
  const found = useQuery({
    queryKey: noticesKey,
    queryFn: ({ signal }) => fetchNotices(signal),
  })
  return (
    <Await query={found} lines={6}>
      {({ notices }) => (
        <div className="notices">
          <NoticeForm snapshot={snapshot} />
          {notices.length === 0 && <p>{t('notices.none')}</p>}
          {notices.map((notice) => (
            <One key={notice.id} notice={notice} />
          ))}
        </div>
      )}
    </Await>
  )
}

function One({ notice }: { notice: Notice }) {
  const { t } = useTranslation()
  const client = useQueryClient()
  const isPublic = notice.publishedAt !== null
  const change = useMutation({
    mutationFn: () => publishNotice(notice, !isPublic),
    onSuccess: () => client.invalidateQueries({ queryKey: noticesKey }),
  })
  const name = t('notices.name', { region: notice.regionName, year: notice.year })
  return (
    <section className="panel" aria-label={name}>
      <h2>{name}</h2>
      <p role="status">{isPublic ? t('notices.isPublic') : t('notices.isHidden')}</p>
      <p className="notice-buttons">
        <button
          type="button"
          className="button button-primary"
          disabled={change.isPending}
          onClick={() => change.mutate()}
        >
          {isPublic ? t('notices.withdraw') : t('notices.publish')}
        </button>
        {isPublic && <a href={`/publicity/${notice.id}`}>{t('notices.look')}</a>}
      </p>
      {change.isError && <Failure error={change.error} retry={() => change.mutate()} />}
      <details>
        <summary>{t('notices.preview')}</summary>
        <NoticeBody notice={notice} />
      </details>
    </section>
  )
}
