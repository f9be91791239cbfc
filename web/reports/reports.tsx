import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Snapshot } from '../api.ts'
import type { ReportHead } from '../api-reports.ts'
import { formatDay } from '../format.ts'
import { DatasetPage } from '../shell/dataset-page.tsx'
import { Await } from '../states/await.tsx'
import { OrderForm } from './order-form.tsx'
import { reportsQuery } from './queries.ts'
import './reports.css'

/** 报告: those there are, and, for evaluators, a new one. */
export function Reports() {
  const { t } = useTranslation()
  return (
    <DatasetPage name={t('reports.title')}>{(snapshot) => <Board of={snapshot} />}</DatasetPage>
  )
}

function Board({ of: snapshot }: { of: Snapshot }) {
  const { t } = useTranslation()
  const found = useQuery(reportsQuery)
  return (
    <Await query={found} lines={8}>
      {({ reports, mayWrite }) => (
        <div className="reports">
          {mayWrite && <OrderForm snapshot={snapshot} />}
          <section className="panel" aria-labelledby="reports-list">
            <h2 id="reports-list">{t('reports.list')}</h2>
            {reports.length === 0 ? (
              <p>{t(mayWrite ? 'reports.none' : 'reports.noneYet')}</p>
            ) : (
              <ReportTable reports={reports} />
            )}
          </section>
        </div>
      )}
    </Await>
  )
}

function ReportTable({ reports }: { reports: ReportHead[] }) {
  const { t } = useTranslation()
  return (
    <div
      className="table-scroll"
      role="region"
      aria-label={t('figure.scroll', { name: t('reports.list') })}
      tabIndex={0}
    >
      <table>
        <caption className="visually-hidden">{t('reports.list')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('reports.column.title')}</th>
            <th scope="col">{t('reports.column.state')}</th>
            <th scope="col">{t('reports.column.asOf')}</th>
            <th scope="col">{t('reports.column.author')}</th>
            <th scope="col">{t('reports.column.snapshot')}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map(({ id, title, state, asOf, author, snapshot }) => (
            <tr key={id}>
              <th scope="row">
                <Link to={`/reports/${id}`} lang="zh-CN">
                  {title}
                </Link>
              </th>
              <td>{t(`reports.state.${state}`)}</td>
              <td>{formatDay(t, asOf)}</td>
              <td>{author}</td>
              <td>{snapshot}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
