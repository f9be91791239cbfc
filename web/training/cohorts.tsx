import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Cohort } from '../api-training.ts'
import { text, unitColumn, useFigures, type Figures } from '../figure-table/figure.ts'
import { FigureTable } from '../figure-table/figure-table.tsx'
import { formatRate } from '../format.ts'
import { questionOf, type Place } from '../region/place.ts'
import { Await } from '../states/await.tsx'
import { monthWords, useCohortCell } from './cohort-words.ts'
import { cohortsQuery } from './queries.ts'

/** What became of the trainings of each month after so many days: the latest month first. */
export function Cohorts({ place }: { place: Place }) {
  const { t } = useTranslation()
  const cohorts = useQuery(cohortsQuery(questionOf(place)))
  return (
    <Await query={cohorts} lines={12}>
      {(rows) =>
        rows.length === 0 ? (
          <section className="panel region-section">
            <h2>{t('training.cohorts.title')}</h2>
            <p>{t('training.cohorts.none')}</p>
          </section>
        ) : (
          <CohortTable place={place} rows={rows} />
        )
      }
    </Await>
  )
}

/** The rows of each month, in the order in which the server gives its outcomes and days. */
function byMonth(rows: Cohort[]): [string, Cohort[]][] {
  const months = new Map<string, Cohort[]>()
  for (const row of rows) months.set(row.month, [...(months.get(row.month) ?? []), row])
  return [...months].reverse()
}

function CohortTable({ place, rows }: { place: Place; rows: Cohort[] }) {
  const { t } = useTranslation()
  const figures = useFigures()
  const cell = useCohortCell()
  const months = byMonth(rows)
  const outcomes = months[0]?.[1] ?? []
  const columns = [
    { name: t('training.cohorts.month') },
    unitColumn(t, t('training.cohorts.trainings'), 'persons'),
    ...outcomes.map(({ outcome, days }) => ({
      name: t(`training.cohorts.${outcome}`, { days }),
      format: 'rate' as const,
    })),
  ]
  return (
    <FigureTable
      place={place}
      title={t('training.cohorts.title')}
      columns={columns}
      rows={months.map(([month, its]) => ({
        key: month,
        cells: [text(monthWords(t, month)), trainings(figures, its), ...its.map(cell)],
      }))}
    >
      <p>{latestWords(t, rows)}</p>
      <p className="soft">{t('training.cohorts.how')}</p>
    </FigureTable>
  )
}

function trainings(figures: Figures, [first]: Cohort[]) {
  return figures.of('persons', first?.trainings ?? null, 'no_data')
}

/** The latest month whose longest known conversion and stability are there. */
function latestWords(t: ReturnType<typeof useTranslation>['t'], rows: Cohort[]): string {
  const known = ['converted', 'stable'].flatMap((outcome) => {
    const row = rows.findLast((one) => one.outcome === outcome && one.actual !== null)
    if (row?.actual === null || row === undefined) return []
    const { month, days, actual, numerator, denominator } = row
    const place = { month: monthWords(t, month), days, rate: formatRate(actual) }
    return [t(`training.cohorts.latest.${outcome}`, { ...place, numerator, denominator })]
  })
  return known.length === 0 ? t('training.cohorts.latest.none') : known.join('')
}
