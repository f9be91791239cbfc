import { useQuery } from '@tanstack/react-query'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { Indicator, ProgressRow } from '../api.ts'
import { FigureTable } from '../figure-table/figure-table.tsx'
import { text, unitColumn, useFigures } from '../figure-table/figure.ts'
import { foremost, MOST_NAMED } from '../foremost.ts'
import { pick } from '../format.ts'
import { joined } from '../joined.tsx'
import { MixedWords } from '../mixed-words.tsx'
import { progressQuery } from '../queries.ts'
import { questionOf, type Place } from '../region/place.ts'
import { Await } from '../states/await.tsx'
import { statusWords } from '../status/status-words.ts'
import { NeedChart } from './need-chart.tsx'

/** Where the names stand in the sentence. */
const BETWEEN = '\u0000'

interface NeedProps {
  place: Place
  indicator: Indicator
}

/** One kind of service: the region itself, then the regions below it. */
export function Need({ place, indicator }: NeedProps) {
  const ask = questionOf(place)
  const { childLevel } = place.region
  const isBroken = childLevel !== null && indicator.levels.includes(childLevel)
  const self = useQuery(progressQuery({ ...ask, level: 'self' }))
  const below = useQuery({
    ...progressQuery({ ...ask, level: childLevel ?? 'self' }),
    enabled: isBroken,
  })
  const ofKind = (rows: ProgressRow[]) => rows.filter((row) => row.indicator === indicator.code)
  return (
    <Await query={self} lines={8}>
      {({ rows: own }) =>
        isBroken ? (
          <Await query={below} lines={8}>
            {({ rows }) => (
              <NeedTable
                place={place}
                indicator={indicator}
                rows={[...ofKind(own), ...ofKind(rows)]}
              />
            )}
          </Await>
        ) : (
          <NeedTable place={place} indicator={indicator} rows={ofKind(own)} />
        )
      }
    </Await>
  )
}

function NeedTable({ place, indicator, rows }: NeedProps & { rows: ProgressRow[] }) {
  const { t, i18n } = useTranslation()
  const { of } = useFigures()
  const chart = useRef<HTMLUListElement>(null)
  const name = pick(i18n.language, indicator.name)
  const cells = (row: ProgressRow) => [
    {
      ...text(row.regionName),
      ...(row.region === place.region.code ? {} : { to: place.link({ region: row.region }) }),
    },
    of('persons', row.denominator, row.reason),
    of('persons', row.numerator, row.reason),
    of('percent', row.actual, row.reason),
    text(statusWords(t, row)),
  ]
  return (
    <FigureTable
      place={place}
      title={name}
      columns={[
        { name: t('services.region') },
        unitColumn(t, t('services.need'), 'persons'),
        unitColumn(t, t('services.reached'), 'persons'),
        { name: t('services.share'), format: 'rate' },
        { name: t('services.status') },
      ]}
      rows={rows.map((row) => ({ key: row.region, cells: cells(row) }))}
      drawing={() => chart.current}
    >
      <Sentence place={place} rows={rows} />
      <p className="soft">
        <MixedWords words={pick(i18n.language, indicator.definition)} />
      </p>
      <NeedChart ref={chart} rows={rows} indicator={indicator} />
    </FigureTable>
  )
}

/** What the region itself comes to, and where least of the need is met. */
function Sentence({ place, rows }: { place: Place; rows: ProgressRow[] }) {
  const { t } = useTranslation()
  const { of } = useFigures()
  const [own, ...below] = rows
  if (own === undefined) return null
  const least = foremost(below, ({ actual }) => actual, { most: Infinity }).named
  return (
    <p>
      {t('services.sentence', {
        region: place.region.name,
        need: of('persons', own.denominator, own.reason).words,
        reached: of('persons', own.numerator, own.reason).words,
        share: of('percent', own.actual, own.reason).words,
      })}
      <Least place={place} rows={least} />
    </p>
  )
}

/** Whom to look at first: few enough lead there by name. */
function Least({ place, rows }: { place: Place; rows: ProgressRow[] }) {
  const { t, i18n } = useTranslation()
  const { of } = useFigures()
  const [one] = rows
  if (one === undefined) return null
  const words = { region: BETWEEN, share: of('percent', one.actual, one.reason).words }
  const [before, after] = t('services.least', words).split(BETWEEN)
  const links = rows.map(({ region, regionName }) => (
    <Link key={region} to={place.link({ region })}>
      {regionName}
    </Link>
  ))
  return (
    <>
      {before}
      {rows.length > MOST_NAMED
        ? t('services.regions', { count: rows.length })
        : joined(i18n.language, links)}
      {after}
    </>
  )
}
