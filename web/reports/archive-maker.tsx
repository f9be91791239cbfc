import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { archiveAddress, startArchive, type ReportOrder } from '../api-reports.ts'
import { Failure } from '../states/failure.tsx'
import { archiveQuery, ownArchiveQuery } from './queries.ts'

/** The same report for all 32 units, as one archive, with how far it is. */
export function ArchiveMaker({ order }: { order: ReportOrder }) {
  const { t } = useTranslation()
  const { kind, plan, asOf, snapshot } = order
  const client = useQueryClient()
  const own = useQuery(ownArchiveQuery)
  const start = useMutation({
    mutationFn: () => startArchive({ kind, plan, asOf, snapshot }),
    onSuccess: (id) => client.setQueryData(ownArchiveQuery.queryKey, id),
  })
  return (
    <div className="archive">
      <button
        type="button"
        className="button"
        disabled={start.isPending}
        onClick={() => start.mutate()}
      >
        {t('reports.archive.make')}
      </button>
      {start.isError && <Failure error={start.error} retry={() => start.mutate()} />}
      {own.data != null && <ArchiveProgress id={own.data} />}
    </div>
  )
}

function ArchiveProgress({ id }: { id: string }) {
  const { t } = useTranslation()
  const { data, error, refetch } = useQuery(archiveQuery(id))
  if (error !== null) return <Failure error={error} retry={() => void refetch()} />
  if (data === undefined) return null
  const { done, total, failed, ready } = data
  return (
    <>
      <progress value={done} max={total} aria-label={t('reports.archive.progress')} />
      <span role="status">{t('reports.archive.done', { done, total })}</span>
      {failed.length > 0 && (
        <span role="alert">{t('reports.archive.failed', { codes: failed.join(' ') })}</span>
      )}
      {ready && (
        <a className="button button-primary" href={archiveAddress(id)} download>
          {t('reports.archive.download')}
        </a>
      )}
    </>
  )
}
