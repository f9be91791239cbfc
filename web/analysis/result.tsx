import { useQuery } from '@tanstack/react-query'
import { useRef, useState, type Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { SUPPRESSED, type Member, type MetricsRow } from '../api-metrics.ts'
import { BarFigure } from '../bar-figure/bar-figure.tsx'
import { text, type Figure } from '../figure-table/figure.ts'
import { FigureTable } from '../figure-table/figure-table.tsx'
import { pick } from '../format.ts'
import { metricsQuery } from '../queries.ts'
import { unitOf } from '../unit-of-measure.ts'
import { Await } from '../states/await.tsx'
import type { Asking } from './analysis.tsx'
import { named } from './changed.ts'
import { cubeQuery, MOST_ROWS, shortName } from './cube-query.ts'
import { regionNamesQuery, useRegionNames } from './use-region-names.ts'
import { useAnnounceFound } from './use-announce-found.ts'
import { isRate, useMeasureFigure } from './use-measure-figure.ts'
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
  const names = useQuery(regionNamesQuery(snapshot.id))
  useAnnounceFound(asking, found.data)
  if (nothing) return <p className="panel">{t('analysis.noMeasure')}</p>
  return (
    <Await query={found} lines={10}>
      {(rows) => (
        <Await query={names} lines={10}>
          {() => <Found {...asking} rows={rows} />}
        </Await>
      )}
    </Await>
  )
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
  const { t, i18n } = useTranslation()
  const value = useMeasureFigure()
  const words = useValueWords(useRegionNames(snapshot.id, asOf))
  const dimensions = named(view.dimensions, question.dimensions)
  const measures = named(view.measures, question.measures)
  const title = ({ shortTitle, meta }: Member) =>
    pick(i18n.language, { zh: shortTitle, en: meta?.en ?? shortTitle })
  const columns = [
    ...dimensions.map((one) => ({ name: title(one) })),
    ...measures.map((one) => ({
      name: title(one),
      ...(isRate(one)
        ? { format: 'rate' as const }
        : { format: 'count' as const, ...unitOf(t, one.meta ?? {}) }),
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
