import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router'
import { formatQuarter } from '../format.ts'
import { calendarQuery } from '../submissions/queries.ts'
import { placeAddress } from '../submissions/address.ts'
import { StateBadge } from '../submissions/state-badge.tsx'
import { Await } from '../states/await.tsx'
import type { Place } from './place.ts'

const TOLD = 6

/** Who has not reported: a province's own quarters, or in the nation the units that are behind. */
export function Reporting({ place }: { place: Place }) {
  const { t } = useTranslation()
  const calendar = useQuery(calendarQuery(place.snapshot.id))
  const owner = place.region.path.find(({ level }) => level === 'province')
  return (
    <section className="panel region-section" aria-labelledby="reporting">
      <div className="panel-head">
        <h2 id="reporting">{t('region.reporting.title')}</h2>
        <p className="panel-sub">{t('region.reporting.sub')}</p>
      </div>
      <Await query={calendar} lines={3}>
        {({ units, quarters }) => {
          const last = quarters.at(-1) ?? ''
          const shown = units.filter(({ code, quarters: own }) =>
            owner === undefined
              ? code !== '000000' && own.at(-1)?.state !== 'received'
              : code === owner.code,
          )
          if (shown.length === 0) return <p>{t('region.reporting.all')}</p>
          return (
            <ul className="region-reporting">
              {shown.map((unit) => (
                <li key={unit.code}>
                  <Link to={placeAddress(unit.code, last)}>{unit.name}</Link>
                  {(owner === undefined ? unit.quarters.slice(-1) : unit.quarters.slice(-TOLD)).map(
                    ({ quarter, state }) => (
                      <span key={quarter} className="region-quarter">
                        <span className="soft">{formatQuarter(t, quarter)}</span>
                        <StateBadge state={state} />
                      </span>
                    ),
                  )}
                </li>
              ))}
            </ul>
          )
        }}
      </Await>
    </section>
  )
}
