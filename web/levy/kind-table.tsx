import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Reason } from '../api.ts'
import type { MetricsRow } from '../api-metrics.ts'
import { text, unitColumn, useFigures } from '../figure-table/figure.ts'
import { FigureTable } from '../figure-table/figure-table.tsx'
import { foremost, namesOrCount } from '../foremost.ts'
import { missingWords } from '../format.ts'
import type { Place } from '../region/place.ts'
import { useAnnounce } from '../shell/announce.ts'
import { useValueWords } from '../value-words.ts'
import { MEASURES, viewOf, type Division } from './kinds-query.ts'

/** Counted by a rule that begins with the indicator of the exemption: before it they do not apply. */
const BY_TIER = ['filings_upper_tier', 'filings_lower_tier', 'filings_exempt']
const EXEMPTION = 'L8'

interface KindTableProps {
  place: Place
  by: Division
  rows: MetricsRow[]
  /** Why there are no filings, where that is known. */
  reason: Reason | null
  children: ReactNode
}

/** A part with filings has 0 where none of them is counted: Cube leaves such a sum empty. */
export function KindTable({ place, by, rows, reason, children }: KindTableProps) {
  const { t } = useTranslation()
  const { of } = useFigures()
  const words = useValueWords((code) => code)
  const inOrder = useInOrder(place, by)
  const view = viewOf(place)
  const exemption = place.plan.indicators.find(({ code }) => code === EXEMPTION)
  const hasTiers = exemption !== undefined && exemption.startsOn <= place.asOf
  const cells = (row: MetricsRow) =>
    Object.entries(MEASURES).map(([name, unit]) =>
      BY_TIER.includes(name) && !hasTiers
        ? of(unit, null, 'not_applicable')
        : of(unit, Number(row[`${view}.${name}`] ?? 0), null),
    )
  const title = t('levy.kinds.title', { by: t(`levy.kinds.division.${by}`) })
  const nameOf = (row: MetricsRow) => {
    const kind = row[`${view}.${by}`] as string | null
    return kind === null ? t('levy.kinds.unknown') : words(by, kind)
  }
  const most = foremost(rows, (row) => -Number(row[`${view}.filings`] ?? 0)).named
  useAnnounceDivision(title, rows.length, {
    names: most.map(nameOf),
    filings: of('units', Number(most[0]?.[`${view}.filings`] ?? 0), null).words,
  })
  if (rows.length === 0)
    return (
      <section className="panel region-section">
        <h2>{title}</h2>
        <p>{reason === 'no_data' ? missingWords(t, reason) : t('levy.kinds.none')}</p>
      </section>
    )
  return (
    <FigureTable
      place={place}
      title={title}
      columns={[
        { name: t(`levy.kinds.division.${by}`) },
        ...Object.entries(MEASURES).map(([name, unit]) =>
          unitColumn(t, t(`levy.kinds.${name}`), unit),
        ),
      ]}
      rows={inOrder(rows).map((row) => {
        const name = nameOf(row)
        return { key: name, cells: [text(name), ...cells(row)] }
      })}
    >
      <p className="soft">{t('levy.kinds.how')}</p>
      {children}
    </FigureTable>
  )
}

/** Another division of the same filings is said once: how many parts, how many before, and the largest. */
function useAnnounceDivision(
  title: string,
  count: number,
  { names, filings }: { names: string[]; filings: string },
): void {
  const { t, i18n } = useTranslation()
  const announce = useAnnounce()
  const seen = useRef<{ title: string; count: number } | null>(null)
  const all = namesOrCount(t, i18n.language, names, 'levy.kinds.many')
  useEffect(() => {
    const before = seen.current
    seen.current = { title, count }
    if (before === null || before.title === title) return
    const shown = t('levy.kinds.shown', { title, count, before: before.count })
    const largest = names.length === 0 ? '' : t('levy.kinds.largest', { names: all, filings })
    announce([shown, largest].filter((words) => words !== '').join(t('list.space')))
  })
}

/** Bands as the extracts list them; kinds the largest first, as they were asked for. */
function useInOrder(place: Place, by: Division): (rows: MetricsRow[]) => MetricsRow[] {
  const { t } = useTranslation()
  if (by === 'employer_kind') return (rows) => rows
  const bands = Object.keys(t(`value.${by}`, { returnObjects: true }))
  const at = (row: MetricsRow) => {
    const found = bands.indexOf(String(row[`${viewOf(place)}.${by}`]))
    return found === -1 ? bands.length : found
  }
  return (rows) => rows.toSorted((one, other) => at(one) - at(other))
}
