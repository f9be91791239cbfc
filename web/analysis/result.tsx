import { useQuery } from '@tanstack/react-query'
import { useRef, useState, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { SUPPRESSED, type Member, type MetricsRow } from '../api-metrics.ts'
import type { Reason } from '../api.ts'
import { BarFigure } from '../bar-figure/bar-figure.tsx'
import { text, useFigures, type Figure } from '../figure-table/figure.ts'
import { FigureTable } from '../figure-table/figure-table.tsx'
import { formatNumber, pick } from '../format.ts'
import { metricsQuery } from '../queries.ts'
import { useAnnounceChange } from '../shell/use-announce-change.ts'
import { Await } from '../states/await.tsx'
import type { Asking } from './analysis.tsx'
import { cubeQuery, MOST_ROWS, shortName } from './cube-query.ts'
import { regionNamesQuery, useRegionNames } from './use-region-names.ts'
import { useFilterWords } from './use-filter-words.ts'
import { useValueWords } from '../value-words.ts'

const MOST_SHOWN = 500
const MOST_BARS = 40

/** The answer as a table, as a chart, as files, and as an address that asks it again. */
export function Result(asking: Asking & { title: string }) {
  const { t } = useTranslation()
  const { view, question, snapshot, asOf } = asking
  const nothing = question.measures.length === 0
  const query = cubeQuery(view, question, asOf)
  const found = useQuery({
    ...metricsQuery({ query, snapshot: snapshot.id }),
    enabled: !nothing,
  })
  // A file that is taken before the names are there would have codes in their place.
  const named = useQuery(regionNamesQuery(snapshot.id))
  useAnnounceFound(asking, found.data)
  if (nothing) return <p className="panel">{t('analysis.noMeasure')}</p>
  return (
    <Await query={found} lines={10}>
      {(rows) => (
        <Await query={named} lines={10}>
          {() => <Found {...asking} rows={rows} />}
        </Await>
      )}
    </Await>
  )
}

/** 性别：女，共 2 行: the filters in force and what they leave, once it is there. */
function useAnnounceFound(asking: Asking, rows: MetricsRow[] | undefined) {
  const { t } = useTranslation()
  const { said } = useFilterWords(asking)
  const { filters } = asking.question
  const count = rows?.length ?? 0
  const left = t(count === 0 ? 'analysis.nothing' : 'analysis.rows', { count })
  const names =
    filters.length === 0 ? t('analysis.noFilter') : filters.map(said).join(t('list.comma'))
  useAnnounceChange(rows === undefined ? null : [names, left].join(t('list.semicolon')))
}

interface FoundProps extends Asking {
  title: string
  rows: MetricsRow[]
}

function Found({ rows, ...asking }: FoundProps) {
  const { t } = useTranslation()
  const { snapshot, asOf, title, question } = asking
  const { columns, cellsOf } = useColumns(asking)
  const chart = useRef<HTMLElement>(null)
  const lines = rows.map((row, at) => ({ key: String(at), cells: cellsOf(row) }))
  const hidden = rows.filter((row) => row[SUPPRESSED] === true).length
  const isMixed = asking.view.dimensions.some(({ name }) => name.endsWith('.indicator'))
  const isTold = [...question.dimensions, ...question.filters.map(({ name }) => name)]
  return (
    <div>
      <FigureTable
        place={{ snapshot, asOf, region: { name: title } }}
        title={t('analysis.result')}
        columns={columns}
        rows={lines}
        shown={MOST_SHOWN}
        drawing={() => chart.current}
      >
        <p>{t(rows.length === 0 ? 'analysis.nothing' : 'analysis.rows', { count: rows.length })}</p>
        {hidden > 0 && <p>{t('analysis.hidden', { count: hidden })}</p>}
        {rows.length === MOST_ROWS && <p>{t('analysis.cut', { count: MOST_ROWS })}</p>}
        {isMixed && !isTold.includes('indicator') && (
          <p className="analysis-warning">{t('analysis.mixed')}</p>
        )}
        <Address />
      </FigureTable>
      <Bars {...asking} ref={chart} lines={lines.map(({ cells }) => cells)} names={columns} />
    </div>
  )
}

/** Whoever opens the address asks the same question. */
function Address() {
  const { t } = useTranslation()
  const [said, setSaid] = useState('')
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(location.href)
      setSaid(t('analysis.copied'))
    } catch {
      setSaid(t('analysis.copyByHand', { address: location.href }))
    }
  }
  return (
    <p className="analysis-address">
      <button type="button" className="button" onClick={() => void copy()}>
        {t('analysis.copy')}
      </button>
      <span role="status">{said}</span>
    </p>
  )
}

function useColumns({ view, question, snapshot, asOf }: Asking) {
  const { i18n } = useTranslation()
  const value = useValue()
  const words = useValueWords(useRegionNames(snapshot.id, asOf))
  const known = (members: Member[], names: string[]) =>
    names.flatMap((name) => members.find((one) => shortName(one.name) === name) ?? [])
  const dimensions = known(view.dimensions, question.dimensions)
  const measures = known(view.measures, question.measures)
  const title = ({ shortTitle, meta }: Member) =>
    pick(i18n.language, { zh: shortTitle, en: meta?.en ?? shortTitle })
  const columns = [
    ...dimensions.map((one) => ({ name: title(one) })),
    ...measures.map((one) => ({
      name: title(one),
      format: isRate(one) ? ('rate' as const) : ('count' as const),
    })),
  ]
  const cellsOf = (row: MetricsRow): Figure[] => [
    ...dimensions.map(({ name }) => {
      const cell = row[name]
      return text(words(shortName(name), cell === null || cell === undefined ? null : String(cell)))
    }),
    ...measures.map((one) =>
      value(one, row[one.name] ?? null, row[SUPPRESSED] === true ? 'suppressed' : 'not_applicable'),
    ),
  ]
  return { columns, cellsOf }
}

function isRate({ format }: Member): boolean {
  return format === 'percent'
}

/** A measure's value; Cube writes numbers as text, a ratio over nothing and a small count as none. */
function useValue() {
  const { i18n } = useTranslation()
  const { of } = useFigures()
  return (member: Member, cell: string | number | boolean | null, reason: Reason): Figure => {
    const value = cell === null ? null : Number(cell)
    if (value === null || isRate(member)) return of('percent', value, reason)
    return { words: formatNumber(i18n.language, value), value }
  }
}

interface BarsProps extends Asking {
  ref: Ref<HTMLElement>
  lines: Figure[][]
  names: { name: string }[]
}

/** The first measure as bars, row by row as in the table. */
function Bars({ ref, question, lines, names }: BarsProps) {
  const { t } = useTranslation()
  const at = question.dimensions.length
  const bars = lines.slice(0, MOST_BARS).flatMap((cells) => {
    const measure = cells[at]
    if (typeof measure?.value !== 'number') return []
    const name = cells
      .slice(0, at)
      .map(({ words }) => words)
      .join(' · ')
    return [{ name, value: measure.value, shown: measure.words }]
  })
  if (at === 0 || bars.length === 0) return null
  return (
    <section ref={ref} className="panel region-section" aria-label={t('analysis.chart')}>
      <BarFigure caption={t('analysis.chart')} unit={names[at]?.name ?? ''} bars={bars} />
      {lines.length > MOST_BARS && (
        <p className="soft">{t('analysis.bars', { count: MOST_BARS })}</p>
      )}
    </section>
  )
}
