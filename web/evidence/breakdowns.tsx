import { useTranslation } from 'react-i18next'
import type { Evidence } from '../api-evidence.ts'
import { useValueWords } from '../value-words.ts'
import { text, useFigures, type Figure } from '../figure-table/figure.ts'
import { FigureTable } from '../figure-table/figure-table.tsx'
import { formatNumber, pick } from '../format.ts'
import { unitOf } from '../unit-of-measure.ts'
import type { Place } from '../region/place.ts'

type Breakdown = Evidence['breakdowns']['of'][number]

/** The figure told apart by one attribute at a time; each adds up to the figure. */
export function Breakdowns({ place, evidence }: { place: Place; evidence: Evidence }) {
  const { t } = useTranslation()
  const { reason, of } = evidence.breakdowns
  if (of.length > 0)
    return of.map((one) => <Table key={one.name} place={place} evidence={evidence} of={one} />)
  const why = reason === null ? t('evidence.breakdowns.none') : t('evidence.breakdowns.refused')
  return (
    <section className="panel region-section" aria-labelledby="breakdowns">
      <h2 id="breakdowns">{t('evidence.breakdowns.title')}</h2>
      <p>{why}</p>
    </section>
  )
}

interface TableProps {
  place: Place
  evidence: Evidence
  of: Breakdown
}

function Table({ place, evidence, of }: TableProps) {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const figures = useFigures()
  const words = useValueWords((code) => code)
  const { numerator, denominator } = evidence.formula
  const count = (value: number): Figure => ({ words: formatNumber(language, value), value })
  const title = pick(language, of.title)
  const isRatio = denominator !== null
  const columns = [
    { name: title },
    { name: pick(language, numerator.title), format: 'count' as const, ...unitOf(t, numerator) },
    ...(denominator === null
      ? []
      : [
          {
            name: pick(language, denominator.title),
            format: 'count' as const,
            ...unitOf(t, denominator),
          },
          { name: t('evidence.breakdowns.rate'), format: 'rate' as const },
        ]),
  ]
  const rows = of.rows.map((row) => ({
    key: row.value ?? '',
    cells: [
      text(words(of.name.split('.')[1] ?? '', row.value)),
      count(row.numerator),
      ...(isRatio
        ? [count(row.denominator ?? 0), figures.of('percent', row.actual, 'not_applicable')]
        : []),
    ],
  }))
  return (
    <FigureTable
      place={place}
      title={t('evidence.breakdowns.by', { name: title })}
      columns={columns}
      rows={rows}
    />
  )
}
