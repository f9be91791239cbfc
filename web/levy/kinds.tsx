import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Indicator, Reason } from '../api.ts'
import type { MetricsRow } from '../api-metrics.ts'
import { text, useFigures } from '../figure-table/figure.ts'
import { FigureTable } from '../figure-table/figure-table.tsx'
import { missingWords } from '../format.ts'
import { metricsQuery, progressQuery } from '../queries.ts'
import { questionOf, type Place } from '../region/place.ts'
import { Await } from '../states/await.tsx'
import { useValueWords } from '../value-words.ts'

/** What is counted of the filings of a year, with its unit. */
const MEASURES: Record<string, Indicator['unit']> = {
  filings: 'units',
  filings_reaching: 'units',
  filings_exceeding: 'units',
  filings_upper_tier: 'units',
  filings_lower_tier: 'units',
  filings_unreduced: 'units',
  filings_exempt: 'units',
  differing_filings: 'units',
  levy_difference: 'yuan',
}

/** Counted by a rule that begins with the indicator of the exemption: before it they do not apply. */
const BY_TIER = ['filings_upper_tier', 'filings_lower_tier', 'filings_exempt']
const EXEMPTION = 'L8'

/** The view that holds a level's rows, and the dimension that tells them apart. */
const VIEWS = {
  nation: { view: 'levy', dimension: null },
  province: { view: 'levy', dimension: 'province_code' },
  prefecture: { view: 'levy_detail', dimension: 'prefecture_code' },
  county: { view: 'levy_detail', dimension: 'leaf_code' },
} as const

function queryOf({ region, asOf }: Place) {
  const { view, dimension } = VIEWS[region.level]
  const equals = (member: string, value: string) => {
    return { member: `${view}.${member}`, operator: 'equals', values: [value] }
  }
  return {
    measures: Object.keys(MEASURES).map((name) => `${view}.${name}`),
    dimensions: [`${view}.employer_kind`],
    filters: [
      equals('as_of_day', asOf),
      ...(dimension === null ? [] : [equals(dimension, region.code)]),
    ],
    order: { [`${view}.filings`]: 'desc' },
  }
}

/** The indicator that tells whether the region sent its filings at all. */
const FILED = 'L6'

/** Employers by kind: how many reach the ratio, exceed it, pay less or nothing, or pay what differs. */
export function Kinds({ place }: { place: Place }) {
  const kinds = useQuery(metricsQuery({ query: queryOf(place), snapshot: place.snapshot.id }))
  const own = useQuery(progressQuery({ ...questionOf(place), level: 'self' }))
  return (
    <Await query={own} lines={8}>
      {(progress) => (
        <Await query={kinds} lines={8}>
          {(rows) => {
            const filed = progress.rows.find(({ indicator }) => indicator === FILED)
            return <KindTable place={place} rows={rows} reason={filed?.reason ?? null} />
          }}
        </Await>
      )}
    </Await>
  )
}

interface KindTableProps {
  place: Place
  rows: MetricsRow[]
  /** Why there are no filings, where that is known. */
  reason: Reason | null
}

/** A kind of employer with filings has 0 where none of them is counted: Cube leaves such a sum empty. */
function KindTable({ place, rows, reason }: KindTableProps) {
  const { t } = useTranslation()
  const { of } = useFigures()
  const words = useValueWords((code) => code)
  const { view } = VIEWS[place.region.level]
  const exemption = place.plan.indicators.find(({ code }) => code === EXEMPTION)
  const hasTiers = exemption !== undefined && exemption.startsOn <= place.asOf
  const cells = (row: MetricsRow) =>
    Object.entries(MEASURES).map(([name, unit]) =>
      BY_TIER.includes(name) && !hasTiers
        ? of(unit, null, 'not_applicable')
        : of(unit, Number(row[`${view}.${name}`] ?? 0), null),
    )
  if (rows.length === 0)
    return (
      <section className="panel region-section">
        <h2>{t('levy.kinds.title')}</h2>
        <p>{reason === 'no_data' ? missingWords(t, reason) : t('levy.kinds.none')}</p>
      </section>
    )
  return (
    <FigureTable
      place={place}
      title={t('levy.kinds.title')}
      columns={[
        { name: t('levy.kinds.kind') },
        ...Object.keys(MEASURES).map((name) => ({
          name: t(`levy.kinds.${name}`),
          format: 'count' as const,
        })),
      ]}
      rows={rows.map((row) => {
        const kind = row[`${view}.employer_kind`] as string | null
        const name = kind === null ? t('levy.kinds.unknown') : words('employer_kind', kind)
        return { key: name, cells: [text(name), ...cells(row)] }
      })}
    >
      <p>{t('levy.kinds.how')}</p>
    </FigureTable>
  )
}
