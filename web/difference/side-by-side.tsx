import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Indicator, Progress, ProgressRow } from '../api.ts'
import { actualWords, targetWords } from '../bullet/bullet-words.ts'
import { text, type Figure } from '../figure-table/figure.ts'
import { FigureTable } from '../figure-table/figure-table.tsx'
import { formatDay, missingWords, pick } from '../format.ts'
import { mostChangedSentence } from '../overview/most-changed.ts'
import { progressQuery } from '../queries.ts'
import type { Place } from '../region/place.ts'
import { useAnnounceChange } from '../shell/use-announce-change.ts'
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
  useAnnounceChange(useComparedWords({ place, ends }, before, after))
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
  const all = pairsOf(place, before, after)
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

/** Each indicator with its row on both sides. */
function pairsOf({ plan }: Place, before: ProgressRow[], after: ProgressRow[]) {
  return plan.indicators.map((indicator) => {
    const find = (rows: ProgressRow[]) => rows.find((row) => row.indicator === indicator.code)
    const [from, to] = [find(before), find(after)]
    return { indicator, from, to, differs: isOther(from, to) }
  })
}

/** What is compared, how many indicators differ, and which changed most; null while it is read. */
function useComparedWords(
  { place, ends }: SidesProps,
  { data: before, isPlaceholderData: isBefore }: UseQueryResult<Progress>,
  { data: after, isPlaceholderData: isAfter }: UseQueryResult<Progress>,
): string | null {
  const { t, i18n } = useTranslation()
  if (before === undefined || after === undefined || isBefore || isAfter) return null
  const rows = { before: before.rows, now: after.rows }
  const all = pairsOf(place, rows.before, rows.now)
  const end = (day: string, snapshot: string) =>
    t('difference.end', { day: formatDay(t, day), snapshot })
  const words = t('difference.compared', {
    region: place.region.name,
    from: end(ends.from, ends.fromSnapshot),
    to: end(ends.to, ends.toSnapshot),
    count: all.filter(({ differs }) => differs).length,
    of: all.length,
  })
  const most = mostChangedSentence(t, i18n.language, rows, place.plan.indicators)
  return [words, most].filter((part) => part !== '').join(t('list.space'))
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
