import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Indicator, Plan, Snapshot } from '../api.ts'
import type { Cell, Matrix } from '../api-region.ts'
import { Download } from '../download/download.tsx'
import { useFacts } from '../download/facts.ts'
import { formatCompletion, formatShort, missingWords, pick } from '../format.ts'
import { matrixSheet } from '../region/matrix-sheet.ts'
import { StatusIcon } from '../status/status-icon.tsx'
import { statusClass } from '../status/status-class.ts'
import '../status/status.css'

interface CompareTableProps {
  snapshot: Snapshot
  plan: Plan
  matrix: Matrix
  shown: Matrix['regions']
}

export function CompareTable({ snapshot, plan, matrix, shown }: CompareTableProps) {
  const { t, i18n } = useTranslation()
  const facts = useFacts()
  const names = shown.map(({ name }) => name).join(t('list.comma'))
  const sheet = () => {
    const found = { matrix: { ...matrix, regions: shown }, indicators: plan.indicators }
    const about = {
      title: `${t('compare.title')} ${names}`,
      facts: facts({ snapshot, asOf: snapshot.asOf }),
    }
    return matrixSheet(t, i18n.language, found, about)
  }
  return (
    <section className="panel" aria-label={t('compare.title')}>
      <Download name={t('compare.title')} sheet={sheet} />
      <div
        className="table-scroll compare-table"
        role="region"
        tabIndex={0}
        aria-label={t('compare.scroll')}
      >
        <table>
          <caption className="visually-hidden">{t('compare.caption', { names })}</caption>
          <thead>
            <tr>
              <th scope="col">{t('region.column.indicator')}</th>
              {shown.map(({ code, name }) => (
                <th key={code} scope="col">
                  <Link
                    className="compare-name"
                    to={`/region?${new URLSearchParams({ plan: plan.plan, region: code }).toString()}`}
                  >
                    {name}
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {plan.indicators.map((indicator) => {
              const place = matrix.indicators.indexOf(indicator.code)
              return (
                <tr key={indicator.code}>
                  <th scope="row">{pick(i18n.language, indicator.name)}</th>
                  {shown.map(({ code, cells }) => (
                    <CompareCell key={code} cell={cells[place]} indicator={indicator} />
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function CompareCell({ cell, indicator }: { cell: Cell | undefined; indicator: Indicator }) {
  const { t, i18n } = useTranslation()
  const actual = cell?.actual ?? null
  if (cell === undefined || actual === null) {
    return <td className="soft">{missingWords(t, cell?.reason ?? 'not_applicable')}</td>
  }
  const { status, completionPercent } = cell
  return (
    <td>
      {formatShort(t, i18n.language, indicator.unit, actual)}
      {completionPercent !== null && (
        <span className="soft">
          {' '}
          {t('bullet.completion', { value: formatCompletion(completionPercent) })}
        </span>
      )}{' '}
      {status !== null && (
        <span className={`badge ${statusClass(status)}`}>
          <StatusIcon status={status} />
          {t(`status.${status}`)}
        </span>
      )}
    </td>
  )
}
