import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import type { SubmissionCalendar, SubmittingUnit } from '../api-submissions.ts'
import { formatQuarter } from '../format.ts'
import { placeAddress } from '../submissions/address.ts'
import { NATION, quarterSentence } from '../submissions/calendar-words.ts'
import { calendarQuery } from '../submissions/queries.ts'
import { StateBadge } from '../submissions/state-badge.tsx'
import { Await } from '../states/await.tsx'
import type { Place } from './place.ts'

const TOLD = 6

/** Who has not reported: a province's own quarters; of the nation how many, and which one may see. */
export function Reporting({ place }: { place: Place }) {
  const { t, i18n } = useTranslation()
  const calendar = useQuery(calendarQuery(place.snapshot.id))
  const owner = place.region.path.find(({ level }) => level === 'province')
  return (
    <section className="panel region-section" aria-labelledby="reporting">
      <div className="panel-head">
        <h2 id="reporting">{t('region.reporting.title')}</h2>
        <p className="panel-sub">{t('region.reporting.sub')}</p>
      </div>
      <Await query={calendar} lines={3}>
        {({ units, quarters, counts }) => {
          const count = counts.at(-1)
          const last = quarters.at(-1) ?? ''
          if (owner !== undefined) {
            const own = units.filter(({ code }) => code === owner.code)
            return <Units units={own} told={TOLD} last={last} />
          }
          return (
            <>
              {count !== undefined && <p>{quarterSentence(t, i18n.language, count, units)}</p>}
              <Units units={behind(units)} told={1} last={last} />
            </>
          )
        }}
      </Await>
    </section>
  )
}

function behind(units: SubmissionCalendar['units']): SubmissionCalendar['units'] {
  return units.filter(
    ({ code, quarters }) => code !== NATION && quarters.at(-1)?.state !== 'received',
  )
}

interface UnitsProps {
  units: SubmittingUnit[]
  /** How many of the latest quarters are told. */
  told: number
  last: string
}

function Units({ units, told, last }: UnitsProps) {
  const { t } = useTranslation()
  if (units.length === 0) return null
  return (
    <ul className="region-reporting">
      {units.map((unit) => (
        <li key={unit.code}>
          <Link to={placeAddress(unit.code, last)}>{unit.name}</Link>
          {unit.quarters.slice(-told).map(({ quarter, state }) => (
            <span key={quarter} className="region-quarter">
              <span className="soft">{formatQuarter(t, quarter)}</span>
              <StateBadge state={state} />
            </span>
          ))}
        </li>
      ))}
    </ul>
  )
}
