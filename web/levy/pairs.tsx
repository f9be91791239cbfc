import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { MetricsRow } from '../api-metrics.ts'
import { text, unitColumn, useFigures } from '../figure-table/figure.ts'
import { FigureTable } from '../figure-table/figure-table.tsx'
import { metricsQuery, tilesQuery } from '../queries.ts'
import type { Place } from '../region/place.ts'
import { Await } from '../states/await.tsx'

const VIEW = 'duplicate_pairs'
const SIDES = ['province_code', 'other_province_code'] as const

function queryOf({ region, asOf }: Place) {
  const equals = (name: string, value: string) => {
    return { member: `${VIEW}.${name}`, operator: 'equals', values: [value] }
  }
  const ofUnit = { or: SIDES.map((side) => equals(side, region.code)) }
  return {
    measures: [`${VIEW}.duplicate_placements`, `${VIEW}.duplicate_persons`],
    dimensions: ['year', ...SIDES].map((name) => `${VIEW}.${name}`),
    filters: [equals('as_of_day', asOf), ...(region.level === 'nation' ? [] : [ofUnit])],
    order: { [`${VIEW}.year`]: 'desc', [`${VIEW}.duplicate_placements`]: 'desc' },
  }
}

/** Placements of the same people in two provinces: of the nation, or of one province-level unit. */
export function Pairs({ place }: { place: Place }) {
  const isHere = place.region.level === 'nation' || place.region.level === 'province'
  const ask = { query: queryOf(place), snapshot: place.snapshot.id }
  const pairs = useQuery({ ...metricsQuery(ask), enabled: isHere })
  if (!isHere) return null
  return (
    <Await query={pairs} lines={8}>
      {(rows) => <PairTable place={place} rows={rows} />}
    </Await>
  )
}

function PairTable({ place, rows }: { place: Place; rows: MetricsRow[] }) {
  const { t } = useTranslation()
  const { of } = useFigures()
  const tiles = useQuery(tilesQuery)
  if (rows.length === 0)
    return (
      <section className="panel region-section">
        <h2>{t('levy.pairs.title')}</h2>
        <p>{t('levy.pairs.none')}</p>
      </section>
    )
  const value = (row: MetricsRow, name: string) => String(row[`${VIEW}.${name}`] ?? '')
  const unit = (code: string) => tiles.data?.find((tile) => tile.code === code)?.short ?? code
  const count = (row: MetricsRow, name: string) => of('persons', Number(value(row, name)), null)
  const cells = (row: MetricsRow) => {
    const [one = '', other = ''] = SIDES.map((side) => unit(value(row, side)))
    return [
      text(t('levy.pairs.pairOf', { one, other })),
      text(value(row, 'year')),
      count(row, 'duplicate_placements'),
      count(row, 'duplicate_persons'),
    ]
  }
  return (
    <FigureTable
      place={place}
      title={t('levy.pairs.title')}
      columns={[
        { name: t('levy.pairs.pair') },
        { name: t('levy.pairs.year') },
        unitColumn(t, t('levy.pairs.placements'), 'persons'),
        unitColumn(t, t('levy.pairs.persons'), 'persons'),
      ]}
      rows={rows.map((row) => ({
        key: ['year', ...SIDES].map((name) => value(row, name)).join(' '),
        cells: cells(row),
      }))}
    >
      <p>{t('levy.pairs.how')}</p>
    </FigureTable>
  )
}
