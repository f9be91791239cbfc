import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Indicator, ProgressRow } from '../api.ts'
import { actualWords, targetWords } from '../bullet/bullet-words.ts'
import { text, type Figure } from '../figure-table/figure.ts'
import { FigureTable } from '../figure-table/figure-table.tsx'
import { formatDay, missingWords, pick } from '../format.ts'
import { progressQuery } from '../queries.ts'
import type { Place } from '../region/place.ts'
import { Await } from '../states/await.tsx'
import type { Ends } from './ends.ts'

interface SidesProps {
  place: Place
  ends: Ends
}

/** Every indicator of the plan on both sides; those that differ come first. */
export function SideBySide({ place, ends }: SidesProps) {
  const { plan, region } = place
  const ask = { plan: plan.plan, region: region.code, level: 'self' as const }
  const before = useQuery(progressQuery({ ...ask, asOf: ends.from, snapshot: ends.fromSnapshot }))
  const after = useQuery(progressQuery({ ...ask, asOf: ends.to, snapshot: ends.toSnapshot }))
  return (
    <Await query={before} lines={12}>
      {(from) => (
        <Await query={after} lines={12}>
          {(to) => <Table place={place} ends={ends} before={from.rows} after={to.rows} />}
        </Await>
      )}
    </Await>
  )
}

interface TableProps extends SidesProps {
  before: ProgressRow[]
  after: ProgressRow[]
}

function Table({ place, ends, before, after }: TableProps) {
  const { t, i18n } = useTranslation()
  const figures = useSide()
  const all = place.plan.indicators.map((indicator) => {
    const find = (rows: ProgressRow[]) => rows.find((row) => row.indicator === indicator.code)
    const [from, to] = [find(before), find(after)]
    return { indicator, from, to, differs: isOther(from, to) }
  })
  const sorted = [...all.filter(({ differs }) => differs), ...all.filter((one) => !one.differs)]
  const count = all.filter(({ differs }) => differs).length
  const side = (day: string, snapshot: string, what: string) =>
    t(`difference.column.${what}`, { day: formatDay(t, day), snapshot })
  return (
    <FigureTable
      place={place}
      title={t('difference.sides')}
      columns={[
        { name: t('region.column.indicator') },
        { name: side(ends.from, ends.fromSnapshot, 'actual'), format: 'count' },
        { name: side(ends.to, ends.toSnapshot, 'actual'), format: 'count' },
        { name: side(ends.from, ends.fromSnapshot, 'target'), format: 'count' },
        { name: side(ends.to, ends.toSnapshot, 'target'), format: 'count' },
        { name: t('difference.column.same') },
      ]}
      rows={sorted.map(({ indicator, from, to, differs }) => ({
        key: indicator.code,
        cells: [
          {
            ...text(pick(i18n.language, indicator.name)),
            to: place.link({ indicator: indicator.code }),
          },
          figures.actual(indicator, from),
          figures.actual(indicator, to),
          figures.target(indicator, from),
          figures.target(indicator, to),
          text(t(differs ? 'difference.differs' : 'difference.same')),
        ],
      }))}
    >
      <p>{t('difference.count', { count, of: all.length })}</p>
    </FigureTable>
  )
}

function isOther(from: ProgressRow | undefined, to: ProgressRow | undefined): boolean {
  return from?.actual !== to?.actual || from?.target !== to?.target || from?.reason !== to?.reason
}

function useSide() {
  const { t, i18n } = useTranslation()
  const { language } = i18n
  const missing = (row: ProgressRow | undefined) => text(missingWords(t, row?.reason ?? null))
  return {
    actual: (indicator: Indicator, row: ProgressRow | undefined): Figure =>
      row?.actual == null
        ? missing(row)
        : { words: actualWords(t, language, row, indicator), value: row.actual },
    target: (indicator: Indicator, row: ProgressRow | undefined): Figure =>
      row?.target == null
        ? text(t('bullet.noTarget'))
        : { words: targetWords(t, language, indicator.unit, row.target), value: row.target },
  }
}
