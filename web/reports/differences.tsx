import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Report, ReportDifference } from '../api-reports.ts'
import { differenceAddress } from '../difference/address.ts'
import { formatCompletion, formatNumber, formatValue, pick } from '../format.ts'
import { Await } from '../states/await.tsx'
import { differencesQuery } from './queries.ts'

const MOST = 200

/** What the current dataset would say otherwise: beside the report, never in it. */
export function Differences({ report }: { report: Report }) {
  const { t } = useTranslation()
  const [asked, setAsked] = useState(false)
  return (
    <section className="panel" aria-labelledby="differences">
      <h2 id="differences">{t('reports.differences.title')}</h2>
      <p className="panel-sub">{t('reports.differences.words')}</p>
      {asked ? (
        <Found report={report} />
      ) : (
        <button type="button" className="button" onClick={() => setAsked(true)}>
          {t('reports.differences.ask')}
        </button>
      )}
    </section>
  )
}

function Found({ report }: { report: Report }) {
  const { t } = useTranslation()
  const found = useQuery(differencesQuery(report.id))
  return (
    <Await query={found} lines={4}>
      {({ snapshot, differences }) => (
        <>
          <p role="status">
            {t('reports.differences.count', { count: differences.length, snapshot })}
          </p>
          {differences.length > 0 && (
            <div className="table-scroll" role="region" tabIndex={0} aria-labelledby="differences">
              <table>
                <thead>
                  <tr>
                    <th scope="col">{t('reports.differences.figure')}</th>
                    <th scope="col">{t('reports.differences.here')}</th>
                    <th scope="col">{t('reports.differences.there')}</th>
                  </tr>
                </thead>
                <tbody>
                  {differences.slice(0, MOST).map((one) => (
                    <Row key={one.key} report={report} of={one} current={snapshot} />
                  ))}
                </tbody>
              </table>
            </div>
          )}
          {differences.length > MOST && (
            <p className="soft">{t('reports.differences.more', { count: MOST })}</p>
          )}
        </>
      )}
    </Await>
  )
}

interface RowProps {
  report: Report
  of: ReportDifference
  current: string
}

/** The figure's name leads to where its difference comes from. */
function Row({ report, of, current }: RowProps) {
  const { t, i18n } = useTranslation()
  const { plan, asOf, snapshot } = report
  const about = new URLSearchParams({ plan, asOf, indicator: of.indicator, region: of.region })
  const words = useFigureWords(of)
  return (
    <tr>
      <th scope="row">
        <Link to={differenceAddress(about, snapshot, current)}>
          {t('reports.differences.name', {
            region: of.regionName,
            indicator: pick(i18n.language, of.indicatorName),
            field: t(`reports.field.${of.field}`),
          })}
        </Link>
      </th>
      <td>{words(of.here)}</td>
      <td>{words(of.there)}</td>
    </tr>
  )
}

/** Counts are plain, a completion is in percent, the others in the indicator's unit. */
function useFigureWords({ field, unit }: ReportDifference) {
  const { t, i18n } = useTranslation()
  return (value: number | null): string => {
    if (value === null) return t('missing.no_data')
    if (field === 'percent') return formatCompletion(value)
    if (field === 'numerator' || field === 'denominator') return formatNumber(i18n.language, value)
    return formatValue(t, i18n.language, unit, value)
  }
}
