import { useQuery, type UseQueryResult } from '@tanstack/react-query'
import { useEffect, useRef, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { SUPPRESSED, type MetricsRow } from '../api-metrics.ts'
import { FigureTable } from '../figure-table/figure-table.tsx'
import { text, unitColumn, useFigures } from '../figure-table/figure.ts'
import { pick } from '../format.ts'
import type { Place } from '../region/place.ts'
import { useAnnounce } from '../shell/announce.ts'
import { Await } from '../states/await.tsx'
import { countsOf, viewOf } from './ask.ts'
import { personsChangeWords } from './change-words.ts'
import { writePicked, type Attribute, type Picked } from './chosen.ts'
import { isHidden, personsQuery, type PersonsFound } from './queries.ts'
import { useAttributeWords } from './words.ts'

interface PersonsTableProps {
  place: Place
  picked: Picked[]
  by: Attribute
  children: ReactNode
}

/** The persons picked, told apart by one attribute; each value narrows them further. */
export function PersonsTable({ place, picked, by, children }: PersonsTableProps) {
  const { t } = useTranslation()
  const persons = useQuery(personsQuery(place, picked, by))
  useAnnounceFound(place, persons)
  if (persons.data !== undefined) {
    return (
      <Counted place={place} found={persons.data}>
        {children}
      </Counted>
    )
  }
  return (
    <section className="panel region-section" aria-labelledby="persons">
      <h2 id="persons">{t('persons.title')}</h2>
      {children}
      {isHidden(persons.error) ? (
        <p>{t('persons.hidden')}</p>
      ) : (
        <Await query={persons} lines={6}>
          {() => null}
        </Await>
      )}
    </section>
  )
}

interface CountedProps {
  place: Place
  found: PersonsFound
  children: ReactNode
}

function Counted({ place, found, children }: CountedProps) {
  const { t } = useTranslation()
  const { picked, by, rows: counted, whole } = found
  const rows = useRows(place, picked, by)
  const columns = useColumns(place, by)
  const hidden = counted.filter((row) => row[SUPPRESSED] === true).length
  return (
    <FigureTable place={place} title={t('persons.title')} columns={columns} rows={rows(counted)}>
      {children}
      {hidden > 0 && <p>{t('persons.small', { count: hidden })}</p>}
      {whole !== null && <Sentence place={place} picked={picked} row={whole[0]} />}
    </FigureTable>
  )
}

function useColumns(place: Place, by: Attribute) {
  const { t } = useTranslation()
  const isRatio = place.indicator.members.denominator !== null
  return [
    { name: t(`persons.attribute.${by}`) },
    unitColumn(t, t(isRatio ? 'persons.reached' : 'persons.counted'), 'persons'),
    ...(isRatio ? [unitColumn(t, t('persons.due'), 'persons')] : []),
  ]
}

function useRows(place: Place, picked: Picked[], by: Attribute) {
  const words = useAttributeWords()
  const { of } = useFigures()
  return (rows: MetricsRow[]) =>
    rows
      .map((row) => {
        const raw = row[`${viewOf(place)}.${by}`] ?? null
        return { value: raw === null ? null : String(raw), ...countsOf(place, row) }
      })
      .sort((a, b) => (a.value ?? '~').localeCompare(b.value ?? '~', 'zh-CN'))
      .map(({ value, numerator, denominator }) => {
        const narrowed = value === null ? picked : [...picked, { attribute: by, value }]
        const to = place.link({ persons: writePicked(narrowed), by: null })
        const head = text(words.value(by, value))
        return {
          key: value ?? '',
          cells: [
            value === null ? head : { ...head, to, stays: true },
            of('persons', numerator, 'suppressed'),
            ...(denominator === undefined ? [] : [of('persons', denominator, 'suppressed')]),
          ],
        }
      })
}

interface SentenceProps {
  place: Place
  picked: Picked[]
  row: MetricsRow | undefined
}

/** 广东省，培训人数（性别：女）：12 人。 */
function useSentence() {
  const { t, i18n } = useTranslation()
  const words = useAttributeWords()
  const { of } = useFigures()
  return ({ place, picked, row }: SentenceProps) => {
    const { numerator, denominator } = countsOf(place, row)
    const who = picked.map(({ attribute, value }) => words.both(attribute, value))
    const key = denominator === undefined ? 'persons.sentence' : 'persons.ratioSentence'
    return t(key, {
      region: place.region.name,
      name: pick(i18n.language, place.indicator.name),
      who: who.length === 0 ? t('persons.everybody') : who.join(t('list.comma')),
      count: numerator ?? 0,
      value: of('persons', numerator, 'suppressed').words,
      due: of('persons', denominator ?? null, 'suppressed').words,
    })
  }
}

function Sentence(props: SentenceProps) {
  return <p>{useSentence()(props)}</p>
}

/** Who is counted and what changed is said once when other filters or another attribute are there. */
function useAnnounceFound(
  place: Place,
  { data, error, isPlaceholderData }: UseQueryResult<PersonsFound>,
) {
  const { t } = useTranslation()
  const announce = useAnnounce()
  const { value } = useAttributeWords()
  const { of } = useFigures()
  const sentence = useSentence()
  const seen = useRef<PersonsFound | null>(null)
  const hidden = isHidden(error)
  useEffect(() => {
    if (hidden && seen.current !== null) announce(t('persons.hidden'))
  }, [hidden, announce, t])
  useEffect(() => {
    const before = seen.current
    if (data === undefined || isPlaceholderData || before === data) return
    seen.current = data
    if (before === null) return
    const { picked, whole } = data
    const total = whole === null ? '' : sentence({ place, picked, row: whole[0] })
    const change = personsChangeWords({ t, place, of, value }, before, data)
    announce([total, change].filter((words) => words !== '').join(t('list.space')))
  })
}
