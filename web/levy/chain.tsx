import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { ChainRow } from '../api-levy.ts'
import { text, unitColumn, useFigures, type Figure } from '../figure-table/figure.ts'
import { FigureTable } from '../figure-table/figure-table.tsx'
import { formatDay } from '../format.ts'
import { questionOf, type Place } from '../region/place.ts'
import { Await } from '../states/await.tsx'
import { Items } from './items.tsx'
import { chainQuery } from './queries.ts'

/** From what was collected to the people placed: the region itself, then the regions below it. */
export function Chain({ place }: { place: Place }) {
  const ask = questionOf(place)
  const { childLevel } = place.region
  const self = useQuery(chainQuery({ ...ask, level: 'self' }))
  const below = useQuery({
    ...chainQuery({ ...ask, level: childLevel ?? 'self' }),
    enabled: childLevel !== null,
  })
  return (
    <Await query={self} lines={12}>
      {([own]) =>
        own !== undefined &&
        (childLevel === null ? (
          <Tables place={place} own={own} below={[]} />
        ) : (
          <Await query={below} lines={12}>
            {(rows) => <Tables place={place} own={own} below={rows} />}
          </Await>
        ))
      }
    </Await>
  )
}

interface TablesProps {
  place: Place
  own: ChainRow
  below: ChainRow[]
}

function Tables(props: TablesProps) {
  return (
    <>
      <ChainTable {...props} />
      <Items {...props} />
    </>
  )
}

const COLUMNS = {
  income: 'yuan',
  spending: 'yuan',
  direct: 'yuan',
  rate: 'percent',
  persons: 'persons',
  cost: 'yuan',
  directCost: 'yuan',
} as const

function ChainTable({ place, own, below }: TablesProps) {
  const { t } = useTranslation()
  const cells = useChainCells()
  const mismatched = below.filter(({ mismatch }) => mismatch !== null)
  const names = mismatched.map(({ regionName }) => regionName).join(t('list.comma'))
  const columns = [
    { name: t('levy.chain.region') },
    ...Object.entries(COLUMNS).map(([name, unit]) => unitColumn(t, t(`levy.chain.${name}`), unit)),
    { name: t('levy.chain.mismatch') },
  ]
  return (
    <FigureTable
      place={place}
      title={t('levy.chain.title')}
      columns={columns}
      rows={[own, ...below].map((row) => ({ key: row.region, cells: cells(row, place) }))}
    >
      <OwnWords place={place} own={own} />
      <p className="soft">{t('levy.chain.how')}</p>
      {below.length > 0 && (
        <p>
          {mismatched.length === 0
            ? t('levy.allMatch')
            : t('levy.mismatched', { count: mismatched.length, names })}
        </p>
      )}
    </FigureTable>
  )
}

function useChainCells(): (row: ChainRow, place: Place) => Figure[] {
  const { t } = useTranslation()
  const { of, inFull } = useFigures()
  return (row, place) => {
    const { money, persons } = row.reasons
    const either = money ?? persons
    const isOwn = row.region === place.region.code
    const match = either === null ? 'match' : 'unknown'
    return [
      { ...text(row.regionName), ...(isOwn ? {} : { to: place.link({ region: row.region }) }) },
      of('yuan', row.income, money),
      of('yuan', row.spending, money),
      of('yuan', row.directSpending, money),
      of('percent', row.spendingRate, money),
      of('persons', row.persons, persons),
      inFull('yuan', row.costPerJob, either),
      inFull('yuan', row.directCostPerJob, either),
      text(t(row.mismatch === null ? `levy.chain.${match}` : `levy.mismatch.${row.mismatch}`)),
    ]
  }
}

function OwnWords({ place, own }: { place: Place; own: ChainRow }) {
  const { t } = useTranslation()
  const { of, inFull } = useFigures()
  const { money, persons } = own.reasons
  return (
    <p>
      {t('levy.sentence', {
        region: place.region.name,
        day: formatDay(t, place.asOf),
        income: inFull('yuan', own.income, money).words,
        spending: inFull('yuan', own.spending, money).words,
        rate: of('percent', own.spendingRate, money).words,
        persons: of('persons', own.persons, persons).words,
        cost: inFull('yuan', own.costPerJob, money ?? persons).words,
      })}
    </p>
  )
}
