import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Indicator, ProgressRow } from '../api.ts'
import { text, unitColumn, useFigures } from '../figure-table/figure.ts'
import { FigureTable } from '../figure-table/figure-table.tsx'
import { pick } from '../format.ts'
import { progressQuery } from '../queries.ts'
import { questionOf, type Place } from '../region/place.ts'
import { Await } from '../states/await.tsx'

/** What the plan watches of the employers: at the ratio, above it, exempt, the lead ones, and whose levy differs. */
const WATCHED = ['L6', 'L7', 'L8', 'L9', 'L15']

export function Employers({ place }: { place: Place }) {
  const ask = questionOf(place)
  const { childLevel } = place.region
  const self = useQuery(progressQuery({ ...ask, level: 'self' }))
  const below = useQuery({
    ...progressQuery({ ...ask, level: childLevel ?? 'self' }),
    enabled: childLevel !== null,
  })
  return (
    <Await query={self} lines={8}>
      {(own) =>
        childLevel === null ? (
          <EmployerTable place={place} rows={own.rows} />
        ) : (
          <Await query={below} lines={8}>
            {({ rows }) => <EmployerTable place={place} rows={[...own.rows, ...rows]} />}
          </Await>
        )
      }
    </Await>
  )
}

function byRegion(rows: ProgressRow[]): [string, ProgressRow[]][] {
  const regions = new Map<string, ProgressRow[]>()
  for (const row of rows) regions.set(row.region, [...(regions.get(row.region) ?? []), row])
  return [...regions]
}

function EmployerTable({ place, rows }: { place: Place; rows: ProgressRow[] }) {
  const { t, i18n } = useTranslation()
  const { of } = useFigures()
  const indicators = place.plan.indicators.filter(({ code }) => WATCHED.includes(code))
  const figure = (its: ProgressRow[], { code, unit }: Indicator) => {
    const row = its.find(({ indicator }) => indicator === code)
    return of(unit, row?.actual ?? null, row?.reason ?? null)
  }
  const regions = byRegion(rows)
  const own = regions[0]?.[1] ?? []
  const sentence = indicators.map((indicator) => {
    return `${pick(i18n.language, indicator.name)} ${figure(own, indicator).words}`
  })
  return (
    <FigureTable
      place={place}
      title={t('levy.employers.title')}
      columns={[
        { name: t('levy.chain.region') },
        ...indicators.map(({ name, unit }) => unitColumn(t, pick(i18n.language, name), unit)),
      ]}
      rows={regions.map(([code, its]) => ({
        key: code,
        cells: [text(its[0]?.regionName ?? code), ...indicators.map((one) => figure(its, one))],
      }))}
    >
      <p>
        {t('region.of', { region: place.region.name, name: sentence.join(t('list.semicolon')) })}
      </p>
    </FigureTable>
  )
}
