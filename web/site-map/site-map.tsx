import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { snapshotsQuery } from '../queries.ts'
import { reportsQuery } from '../reports/queries.ts'
import { allPagesFor } from '../shell/routes.ts'
import { PageName } from '../shell/page-name.tsx'
import { useSession } from '../shell/session.ts'
import { Shell } from '../shell/shell.tsx'
import './site-map.css'

/** 全部页面: each page that a role is led to, with what it is for; a second way beside the navigation. */
export function SiteMap() {
  const { t } = useTranslation()
  const { role } = useSession()
  const snapshots = useQuery(snapshotsQuery)
  const pages = allPagesFor(role)
  return (
    <Shell snapshot={snapshots.data?.current ?? null}>
      <div className="site-map panel">
        <PageName name={t('siteMap.title')} />
        <p>{t('siteMap.lead')}</p>
        <ul>
          {pages.map(({ name, address }) => (
            <li key={name}>
              <Link to={address}>{t(`navigation.${name}`)}</Link>
              <p>{t(`siteMap.about.${name}`)}</p>
              {name === 'reports' && <EachReport />}
            </li>
          ))}
        </ul>
      </div>
    </Shell>
  )
}

/** The reports themselves, which no navigation names. */
function EachReport() {
  const { t } = useTranslation()
  const { data } = useQuery(reportsQuery)
  if (data === undefined || data.reports.length === 0) return null
  return (
    <ul aria-label={t('siteMap.reports')} lang="zh-CN">
      {data.reports.map(({ id, title }) => (
        <li key={id}>
          <Link to={`/reports/${id}`}>{title}</Link>
        </li>
      ))}
    </ul>
  )
}
