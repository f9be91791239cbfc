import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { viewsQuery } from '../analysis/queries.ts'
import { pick } from '../format.ts'
import { InForce } from '../in-force/in-force.tsx'
import { useAsked } from '../region/address.ts'
import type { Place } from '../region/place.ts'
import { useSession } from '../shell/session.ts'
import { Await } from '../states/await.tsx'
import { viewOf } from './ask.ts'
import { ATTRIBUTES, isAttribute, readPicked, writePicked, type Attribute } from './chosen.ts'
import { PersonsTable } from './persons-table.tsx'
import { useAttributeWords } from './words.ts'

/** Who is behind a figure: persons by attribute, narrowed by chips that stand in the address. */
export function Persons({ place }: { place: Place }) {
  const { t, i18n } = useTranslation()
  const { role } = useSession()
  const views = useQuery(viewsQuery(place.snapshot.id))
  const isPart = role === 'supervisor' && place.region.level === 'nation'
  const name = pick(i18n.language, place.indicator.name)
  if (isPart) return <Nothing words={t('persons.ownOnly')} />
  return (
    <Await query={views} lines={6}>
      {(known) => {
        const own = viewOf(place)
        const has = known.find(({ name }) => name === own)?.dimensions ?? []
        const attributes = ATTRIBUTES.filter((one) =>
          has.some(({ name }) => name === `${own}.${one}`),
        )
        return attributes.length === 0 ? (
          <Nothing words={t('persons.none', { name })} />
        ) : (
          <Narrowed place={place} attributes={attributes} />
        )
      }}
    </Await>
  )
}

function Nothing({ words }: { words: string }) {
  const { t } = useTranslation()
  return (
    <section className="panel region-section" aria-labelledby="persons">
      <h2 id="persons">{t('persons.title')}</h2>
      <p>{words}</p>
    </section>
  )
}

function Narrowed({ place, attributes }: { place: Place; attributes: Attribute[] }) {
  const asked = useAsked()
  const [first = 'sex'] = attributes
  const picked = readPicked(asked.persons).filter(({ attribute }) => attributes.includes(attribute))
  const free = attributes.filter((one) => !picked.some(({ attribute }) => attribute === one))
  const wanted = isAttribute(asked.by) && free.includes(asked.by) ? asked.by : (free[0] ?? first)
  return (
    <PersonsTable key={whoseOf(place)} place={place} picked={picked} by={wanted}>
      <PickedChips place={place} picked={picked} />
      <By place={place} attributes={free} by={wanted} />
    </PersonsTable>
  )
}

/** Other counts are never shown in the place of these while they are read. */
function whoseOf({ region, indicator, asOf, snapshot }: Place): string {
  return [region.code, indicator.code, asOf, snapshot.id].join(' ')
}

interface ChipsProps {
  place: Place
  picked: ReturnType<typeof readPicked>
}

function PickedChips({ place, picked }: ChipsProps) {
  const { t } = useTranslation()
  const words = useAttributeWords()
  const filters = picked.map(({ attribute, value }) => ({
    key: attribute,
    words: words.both(attribute, value),
    without: place.link({
      persons: writePicked(picked.filter((one) => one.attribute !== attribute)),
    }),
  }))
  return (
    <InForce
      label={t('persons.picked')}
      filters={filters}
      withoutAll={place.link({ persons: null })}
      none={t('persons.all')}
    />
  )
}

interface ByProps {
  place: Place
  attributes: Attribute[]
  by: Attribute
}

function By({ place, attributes, by }: ByProps) {
  const { t } = useTranslation()
  return (
    <nav className="region-levels" aria-label={t('persons.by')}>
      {attributes.map((attribute) => (
        <Link
          key={attribute}
          className="button"
          to={place.link({ by: attribute })}
          aria-current={attribute === by ? 'true' : undefined}
        >
          {t(`persons.attribute.${attribute}`)}
        </Link>
      ))}
    </nav>
  )
}
