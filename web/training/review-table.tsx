import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Finding, Institution } from '../api-training.ts'
import { text, useFigures, type Figure } from '../figure-table/figure.ts'
import { FigureTable } from '../figure-table/figure-table.tsx'
import { formatRate, pick } from '../format.ts'
import { tilesQuery } from '../queries.ts'
import type { Place } from '../region/place.ts'

const SHOWN = 200

interface ReviewTableProps {
  place: Place
  decision: Institution['decision']
  rows: Institution[]
  children: ReactNode
}

/** One list: each institution with its three measures and the finding of each that counts. */
export function ReviewTable({ place, decision, rows, children }: ReviewTableProps) {
  const { t, i18n } = useTranslation()
  const cellsOf = useCells(place)
  const name = (code: string) => {
    const indicator = place.plan.indicators.find((one) => one.code === code)
    return indicator === undefined ? code : pick(i18n.language, indicator.name)
  }
  const measures = (rows[0]?.findings ?? []).map(({ indicator }) => ({
    name: name(indicator),
    format: 'rate' as const,
  }))
  const columns = [
    { name: t('training.review.institution') },
    { name: t('training.review.unit') },
    ...measures,
    { name: t('training.review.reasons') },
  ]
  return (
    <FigureTable
      place={place}
      title={t('training.review.of', { list: t(`training.decision.${decision}`) })}
      columns={columns}
      rows={rows.map((row) => ({ key: `${row.unit} ${row.code}`, cells: cellsOf(row, name) }))}
      shown={SHOWN}
    >
      {children}
      {rows.length === 0 && <p>{t('training.review.empty')}</p>}
      {rows.length > SHOWN && <p>{t('training.review.more', { shown: SHOWN })}</p>}
    </FigureTable>
  )
}

function useCells(place: Place) {
  const { t } = useTranslation()
  const figures = useFigures()
  const tiles = useQuery(tilesQuery)
  const unitName = (unit: string) => tiles.data?.find(({ code }) => code === unit)?.short ?? unit
  const measure = ({ actual, numerator, denominator }: Finding): Figure =>
    actual === null
      ? text(t('training.review.nobody'))
      : figures.share(actual, numerator, denominator)
  return ({ unit, code, name, closedOn, findings }: Institution, of: (code: string) => string) => {
    const called = name ?? code
    const reasons = findings.map((one) =>
      t(`training.finding.${one.finding}`, {
        name: of(one.indicator),
        bound: boundWords(one),
        lastYear: one.lastYear === null ? '' : formatRate(one.lastYear),
      }),
    )
    return [
      {
        ...text(closedOn === null ? called : t('training.review.closed', { name: called })),
        lang: 'zh-CN',
      },
      { ...text(unitName(unit)), to: place.link({ region: unit }) },
      ...findings.map(measure),
      text(reasons.join(t('list.semicolon'))),
    ]
  }
}

/** The bound of a share is a rate, that of a number a number of trainings. */
function boundWords({ finding, bound }: Finding): string {
  if (bound === null) return ''
  return finding === 'too_few' ? String(bound) : formatRate(bound)
}
