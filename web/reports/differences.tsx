import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Snapshot } from '../api.ts'
import type { Report } from '../api-reports.ts'
import { differenceAddress } from '../difference/address.ts'
import { Download } from '../download/download.tsx'
import { useFacts } from '../download/facts.ts'
import { pick } from '../format.ts'
import { Await } from '../states/await.tsx'
import { shownDifferences, type ShownDifference } from './difference-words.ts'
import { differencesQuery } from './queries.ts'

/** How many figures' differences are listed; all of them stand in the newer dataset's own report. */
const MOST = 60

interface DifferencesProps {
  report: Report
  current: Snapshot
}

/** What the current dataset would say otherwise: beside the report, never in it. */
export function Differences({ report, current }: DifferencesProps) {
  const { t } = useTranslation()
  const isCurrent = report.snapshot === current.id
  return (
    <section className="panel" aria-labelledby="differences">
      <h2 id="differences">{t('reports.differences.title')}</h2>
      <p className="panel-sub">
        {t(`reports.differences.${isCurrent ? 'current' : 'words'}`, { snapshot: current.id })}
      </p>
      {!isCurrent && <Found report={report} current={current} />}
    </section>
  )
}

function Found({ report, current }: DifferencesProps) {
  const { t, i18n } = useTranslation()
  const found = useQuery(differencesQuery(report.id, current.id))
  return (
    <Await query={found} lines={4}>
      {({ snapshot, differences }) => {
        const shown = shownDifferences(t, i18n.language, differences)
        const count = shown.reduce((sum, { fields }) => sum + fields.length, 0)
        return (
          <>
            <p role="status">{t('reports.differences.count', { count, snapshot })}</p>
            {count > 0 && <Take report={report} current={current} shown={shown} />}
            {count > 0 && <Table report={report} shown={shown} snapshot={snapshot} />}
            {shown.length > MOST && (
              <p className="soft">{t('reports.differences.more', { count: MOST })}</p>
            )}
          </>
        )
      }}
    </Await>
  )
}

/** All of them as a file, also those that the page does not list. */
function Take({ report, current, shown }: DifferencesProps & { shown: ShownDifference[] }) {
  const { t, i18n } = useTranslation()
  const facts = useFacts()
  const title = t('reports.differences.title')
  const sheet = () => ({
    title: `${report.title} ${title}`,
    columns: ['region', 'indicator', 'figure', 'here', 'there'].map((name) => ({
      name: t(`reports.differences.${name}`),
    })),
    rows: shown.flatMap(({ regionName, indicatorName, fields }) =>
      fields.map(({ field, here, there }) => {
        const named = [regionName, pick(i18n.language, indicatorName), t(`reports.field.${field}`)]
        return [...named, here, there]
      }),
    ),
    facts: facts({ snapshot: current, asOf: report.asOf }),
  })
  return <Download name={title} sheet={sheet} />
}

interface TableProps {
  report: Report
  shown: ShownDifference[]
  snapshot: string
}

function Table({ report, shown, snapshot }: TableProps) {
  const { t } = useTranslation()
  return (
    <div
      className="table-scroll"
      role="region"
      tabIndex={0}
      aria-label={t('reports.differences.scroll')}
    >
      <table className="report-differences">
        <caption className="visually-hidden">{t('reports.differences.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('reports.differences.figure')}</th>
            <th scope="col">{t('reports.differences.here')}</th>
            <th scope="col">{t('reports.differences.there')}</th>
          </tr>
        </thead>
        {shown.slice(0, MOST).map((one) => (
          <Group key={one.key} report={report} of={one} snapshot={snapshot} />
        ))}
      </table>
    </div>
  )
}

interface GroupProps {
  report: Report
  of: ShownDifference
  snapshot: string
}

/** One figure with all of it that differs; its name leads to where the difference comes from. */
function Group({ report, of, snapshot }: GroupProps) {
  const { t, i18n } = useTranslation()
  const { plan, asOf, snapshot: made } = report
  const about = new URLSearchParams({ plan, asOf, indicator: of.indicator, region: of.region })
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={3}>
          <Link to={differenceAddress(about, made, snapshot)}>
            {t('reports.differences.name', {
              region: of.regionName,
              indicator: pick(i18n.language, of.indicatorName),
            })}
          </Link>
        </th>
      </tr>
      {of.fields.map(({ field, here, there }) => (
        <tr key={field}>
          <th scope="row">{t(`reports.field.${field}`)}</th>
          <td>{here}</td>
          <td>{there}</td>
        </tr>
      ))}
    </tbody>
  )
}
