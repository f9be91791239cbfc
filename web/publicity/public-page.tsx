import { useQuery } from '@tanstack/react-query'
import { useEffect, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { fetchPublished, fetchPublishedNotice } from '../api-notices.ts'
import { Await } from '../states/await.tsx'
import { NoticeBody } from './notice-body.tsx'
import '../table.css'
import './publicity.css'

const ADDRESS = '/publicity'

/** 公示: the one page without a sign-in. An address below it names a notice, without one they are listed. */
export default function PublicPage() {
  const id = location.pathname.slice(ADDRESS.length + 1)
  return id === '' ? <PublishedList /> : <Published id={id} />
}

function Frame({ name, children }: { name: string; children: ReactNode }) {
  const { t } = useTranslation()
  useEffect(() => {
    document.title = `${name} · ${t('product.name')}`
  }, [name, t])
  return (
    <main className="public-page">
      <h1>{name}</h1>
      {children}
      <p>
        <a href="/">{t('notices.toSignIn')}</a>
      </p>
    </main>
  )
}

function PublishedList() {
  const { t } = useTranslation()
  return (
    <Frame name={t('notices.publicTitle')}>
      <Links />
    </Frame>
  )
}

/** Every notice that is public, but for the one that is open. */
function Links({ open = null }: { open?: string | null }) {
  const { t } = useTranslation()
  const found = useQuery({
    queryKey: ['published'],
    queryFn: ({ signal }) => fetchPublished(signal),
  })
  return (
    <Await query={found} lines={4}>
      {({ notices }) => {
        if (notices.length === 0) return <p>{t('notices.nonePublished')}</p>
        const others = notices.filter(({ id }) => id !== open)
        return (
          <ul className="public-list">
            {others.map(({ id, regionName, year }) => (
              <li key={id}>
                <a href={`${ADDRESS}/${id}`}>{t('notices.name', { region: regionName, year })}</a>
              </li>
            ))}
          </ul>
        )
      }}
    </Await>
  )
}

function Published({ id }: { id: string }) {
  const { t } = useTranslation()
  const found = useQuery({
    queryKey: ['published', id],
    queryFn: ({ signal }) => fetchPublishedNotice(id, signal),
  })
  const name = found.data
    ? t('notices.name', { region: found.data.regionName, year: found.data.year })
    : t('notices.publicTitle')
  return (
    <Frame name={name}>
      <Await query={found} lines={8}>
        {(notice) => <NoticeBody notice={notice} />}
      </Await>
      <p>
        <a href={ADDRESS}>{t('notices.all')}</a>
      </p>
      <Links open={id} />
    </Frame>
  )
}
