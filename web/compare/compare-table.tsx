import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Indicator, Plan, Snapshot } from '../api.ts'
import type { Cell, Matrix } from '../api-region.ts'
import { Download } from '../download/download.tsx'
import { useFacts } from '../download/facts.ts'
import { formatCompletion, formatShort, formatValue, missingWords, pick } from '../format.ts'
import { InFull } from '../in-full.tsx'
import { AbsentColumns } from '../region/absent-columns.tsx'
import { splitColumns } from '../region/matrix-columns.ts'
import { matrixSheet } from '../region/matrix-sheet.ts'
import { StatusIcon } from '../status/status-icon.tsx'
import { statusClass } from '../status/status-class.ts'
import '../status/status.css'

interface CompareTableProps {
  snapshot: Snapshot
  asOf: string
  plan: Plan
  matrix: Matrix
  shown: Matrix['regions']
  /** The address of a region's own page, on the same day and dataset. */
  regionLink: (region: string) => string
}

export function CompareTable(props: CompareTableProps) {
  const { snapshot, asOf, plan, matrix, shown, regionLink } = props
  const { t, i18n } = useTranslation()
  const facts = useFacts()
  const names = shown.map(({ name }) => name).join(t('list.comma'))
  const { shown: beside, absent } = splitColumns({ ...matrix, regions: shown })
  const named = (codes: string[]) => plan.indicators.filter(({ code }) => codes.includes(code))
  const sheet = () => {
    const found = { matrix: { ...matrix, regions: shown }, indicators: plan.indicators }
    const about = {
      title: `${t('compare.title')} ${names}`,
      facts: facts({ snapshot, asOf }),
    }
    return matrixSheet(t, i18n.language, found, about)
  }
  return (
    <section className="panel" aria-label={t('compare.title')}>
      <div className="region-tools">
        <Download name={t('compare.title')} sheet={sheet} />
      </div>
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
              {beside.regions.map(({ code, name }) => (
                <th key={code} scope="col">
                  <Link className="compare-name" to={regionLink(code)}>
                    {name}
                  </Link>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {named(beside.indicators).map((indicator) => {
              const place = beside.indicators.indexOf(indicator.code)
              return (
                <tr key={indicator.code}>
                  <th scope="row">{pick(i18n.language, indicator.name)}</th>
                  {beside.regions.map(({ code, cells }) => (
                    <CompareCell key={code} cell={cells[place]} indicator={indicator} />
                  ))}
                </tr>
              )
            })}
          </tbody>
        </table>
      </div>
      <AbsentColumns indicators={named(absent)} />
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
      <span className="compare-cell">
        <span className="compare-value">
          <InFull
            short={formatShort(t, i18n.language, indicator.unit, actual)}
            full={formatValue(t, i18n.language, indicator.unit, actual)}
          />{' '}
        </span>
        <span className="compare-completion soft">
          {completionPercent !== null &&
            t('bullet.completion', { value: formatCompletion(completionPercent) })}{' '}
        </span>
        {status !== null && (
          <span className={`badge ${statusClass(status)}`}>
            <StatusIcon status={status} />
            {t(`status.${status}`)}
          </span>
        )}
      </span>
    </td>
  )
}
