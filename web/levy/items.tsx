import { useTranslation } from 'react-i18next'
import type { ChainRow } from '../api-levy.ts'
import { text, unitColumn, useFigures } from '../figure-table/figure.ts'
import { FigureTable } from '../figure-table/figure-table.tsx'
import type { Place } from '../region/place.ts'

interface ItemsProps {
  place: Place
  own: ChainRow
  below: ChainRow[]
}

/** The spending by item, largest of the region first. */
export function Items({ place, own, below }: ItemsProps) {
  const { t } = useTranslation()
  const { of, inFull } = useFigures()
  const items = own.items.toSorted((one, other) => other.amount - one.amount)
  const [largest] = items
  const nameOf = (item: string) => t(`levy.items.name.${item}`, { defaultValue: item })
  if (largest === undefined)
    return (
      <section className="panel region-section">
        <h2>{t('levy.items.title')}</h2>
        <p>{t('levy.items.none')}</p>
      </section>
    )
  const amount = (row: ChainRow, item: string) => {
    const found = row.items.find((one) => one.item === item)
    if (found !== undefined) return of('yuan', found.amount, null)
    return row.reasons.money === null
      ? text(t('levy.items.nothing'))
      : of('yuan', null, row.reasons.money)
  }
  return (
    <FigureTable
      place={place}
      title={t('levy.items.title')}
      columns={[
        { name: t('levy.chain.region') },
        ...items.map(({ item }) => unitColumn(t, nameOf(item), 'yuan')),
      ]}
      rows={[own, ...below].map((row) => ({
        key: row.region,
        cells: [text(row.regionName), ...items.map(({ item }) => amount(row, item))],
      }))}
    >
      <p>
        {t('levy.items.sentence', {
          item: nameOf(largest.item),
          amount: inFull('yuan', largest.amount, null).words,
        })}
      </p>
    </FigureTable>
  )
}
